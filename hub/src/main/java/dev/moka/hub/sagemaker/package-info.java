/// The SageMaker API: one table of operations, put together from its families.
@NullMarked
package dev.moka.hub.sagemaker;

import org.jspecify.annotations.NullMarked;
