/// Files and folders to S3 and back.
@NullMarked
package dev.moka.sdk.s3;

import org.jspecify.annotations.NullMarked;
