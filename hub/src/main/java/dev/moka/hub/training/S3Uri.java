package dev.moka.hub.training;

import dev.moka.hub.errors.ValidationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in S3: a bucket, and a key or the beginning of keys, which may be empty.
public record S3Uri(String bucket, String key) {
    private static final Pattern FORM = Pattern.compile("(?:s3|https)://([^/]+)/?(.*)");

    public static S3Uri parse(String uri) {
        Matcher matcher = FORM.matcher(uri);
        if (!matcher.matches()) {
            throw new ValidationException(
                    "'%s' is not a place in S3; write s3://bucket/prefix".formatted(uri));
        }
        return new S3Uri(matcher.group(1), matcher.group(2));
    }

    /// What lies below this as below a folder.
    public S3Uri resolve(String below) {
        String folder = key.isEmpty() || key.endsWith("/") ? key : key + "/";
        return new S3Uri(bucket, folder + below);
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + key;
    }
}
