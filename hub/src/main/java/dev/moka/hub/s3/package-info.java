/// S3's REST protocol over the object store.
@NullMarked
package dev.moka.hub.s3;

import org.jspecify.annotations.NullMarked;
