/// The SageMaker vocabulary for Java programs, over AWS SDK for Java v2: sessions, data in S3,
/// training inputs.
@NullMarked
package dev.moka.sdk;

import org.jspecify.annotations.NullMarked;
