/// AWS Identity and Access Management, as far as the SDKs for SageMaker ask for it.
@NullMarked
package dev.moka.hub.iam;

import org.jspecify.annotations.NullMarked;
