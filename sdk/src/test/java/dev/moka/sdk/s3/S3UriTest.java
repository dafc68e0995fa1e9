package dev.moka.sdk.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3UriTest {
    @Test
    void anAddressHasABucketAndAKey() {
        S3Uri uri = S3Uri.parse("s3://my-bucket/a/b c.csv");
        assertThat(uri).isEqualTo(new S3Uri("my-bucket", "a/b c.csv"));
        assertThat(uri.fileName()).isEqualTo("b c.csv");
        assertThat(S3Uri.parse("s3://my-bucket")).hasToString("s3://my-bucket/");
    }

    @Test
    void oneSlashStandsBetweenAPrefixAndAName() {
        assertThat(S3Uri.parse("s3://my-bucket/a").resolve("b")).hasToString("s3://my-bucket/a/b");
        assertThat(S3Uri.parse("s3://my-bucket/a/").resolve("b")).hasToString("s3://my-bucket/a/b");
        assertThat(S3Uri.parse("s3://my-bucket").resolve("b")).hasToString("s3://my-bucket/b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://bucket/key",
                "s3:/bucket",
                "bucket/key",
                "s3://",
                "s3:///key",
                "s3://a b/key"
            })
    void whatIsNoAddressIsNamed(String text) {
        assertThatThrownBy(() -> S3Uri.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
