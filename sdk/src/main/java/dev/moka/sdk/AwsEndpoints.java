package dev.moka.sdk;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// Where the environment sends S3's requests instead of to AWS. The AWS SDK reads the same
/// variables by itself; this only asks whether there are any, because a store that is not AWS's
/// wants the bucket in the path, not in the host name.
final class AwsEndpoints {
    private AwsEndpoints() {}

    static Optional<URI> s3(Map<String, String> environment, Properties properties) {
        if (Boolean.parseBoolean(environment.get("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"))) {
            return Optional.empty();
        }
        return Optional.ofNullable(properties.getProperty("aws.endpointUrlS3"))
                .or(() -> Optional.ofNullable(environment.get("AWS_ENDPOINT_URL_S3")))
                .or(() -> Optional.ofNullable(properties.getProperty("aws.endpointUrl")))
                .or(() -> Optional.ofNullable(environment.get("AWS_ENDPOINT_URL")))
                .filter(url -> !url.isBlank())
                .map(URI::create);
    }
}
