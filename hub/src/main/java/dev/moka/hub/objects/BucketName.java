package dev.moka.hub.objects;

import dev.moka.hub.account.AccountId;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a bucket, by AWS's rules for general purpose buckets.
public record BucketName(String value) implements Comparable<BucketName> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");
    private static final Pattern DEFAULT = Pattern.compile("sagemaker-[a-z0-9-]+-(\\d{12})");
    private static final List<String> RESERVED_BEGINNINGS =
            List.of("xn--", "sthree-", "amzn-s3-demo-");
    private static final List<String> RESERVED_ENDINGS =
            List.of("-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3");

    public BucketName {
        if (!FORM.matcher(value).matches()
                || value.contains("..")
                || ADDRESS.matcher(value).matches()
                || RESERVED_BEGINNINGS.stream().anyMatch(value::startsWith)
                || RESERVED_ENDINGS.stream().anyMatch(value::endsWith)) {
            throw StoreError.INVALID_BUCKET_NAME.exception();
        }
    }

    /// The bucket that SageMaker's SDKs use when none is named.
    public static BucketName defaultOf(AccountId account, String region) {
        return new BucketName("sagemaker-%s-%s".formatted(region, account));
    }

    /// Whether the name has the form of a default bucket of somebody else.
    boolean isDefaultOfAnother(AccountId account) {
        Matcher matcher = DEFAULT.matcher(value);
        return matcher.matches() && !matcher.group(1).equals(account.value());
    }

    @Override
    public int compareTo(BucketName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
