package dev.moka.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class AwsEndpointsTest {
    @Test
    void withoutVariablesItIsAws() {
        assertThat(AwsEndpoints.s3(Map.of(), new Properties())).isEmpty();
        assertThat(
                        AwsEndpoints.s3(
                                Map.of(
                                        "AWS_ENDPOINT_URL",
                                        "http://localhost:1",
                                        "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
                                        "true"),
                                new Properties()))
                .isEmpty();
    }

    @Test
    void theVariableForS3IsStrongerThanTheOneForAll() {
        Map<String, String> environment =
                Map.of("AWS_ENDPOINT_URL", "http://all:1", "AWS_ENDPOINT_URL_S3", "http://s3:2");
        assertThat(AwsEndpoints.s3(environment, new Properties()).orElseThrow())
                .hasToString("http://s3:2");
    }
}
