/// The operations on tags of anything that has an ARN.
@NullMarked
package dev.moka.hub.sagemaker.tags;

import org.jspecify.annotations.NullMarked;
