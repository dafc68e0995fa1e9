package dev.moka.sdk.s3;

import java.util.regex.Pattern;

/// An address in S3, `s3://bucket/key`; the key may be empty (the whole bucket) or a prefix of
/// keys.
///
/// @param bucket the bucket's name
/// @param key the object's key or a prefix, without a slash before it
public record S3Uri(String bucket, String key) {
    private static final Pattern BUCKET =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9.\\-_]{1,253}[A-Za-z0-9]");
    private static final String SCHEME = "s3://";

    public S3Uri {
        if (!BUCKET.matcher(bucket).matches()) {
            throw new IllegalArgumentException("'%s' is no name of a bucket".formatted(bucket));
        }
    }

    /// The address that `uri` spells.
    public static S3Uri parse(String uri) {
        if (!uri.startsWith(SCHEME)) {
            throw new IllegalArgumentException(
                    "'%s' is no address in S3; one looks like s3://bucket/key".formatted(uri));
        }
        String path = uri.substring(SCHEME.length());
        int slash = path.indexOf('/');
        return slash < 0
                ? new S3Uri(path, "")
                : new S3Uri(path.substring(0, slash), path.substring(slash + 1));
    }

    /// The address of `name` below this one, with one slash between.
    public S3Uri resolve(String name) {
        if (name.isEmpty()) {
            return this;
        }
        boolean open = key.isEmpty() || key.endsWith("/");
        return new S3Uri(bucket, open ? key + name : key + "/" + name);
    }

    /// The last part of the key: what a file would be called.
    public String fileName() {
        String path = key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return SCHEME + bucket + "/" + key;
    }
}
