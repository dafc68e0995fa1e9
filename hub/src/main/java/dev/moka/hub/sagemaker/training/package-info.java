/// SageMaker's operations on training jobs.
@NullMarked
package dev.moka.hub.sagemaker.training;

import org.jspecify.annotations.NullMarked;
