package dev.moka.hub.clients;

import dev.moka.hub.TestHub;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.model.Credentials;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/// Makes clients of the AWS SDK for Java v2 that talk to a hub.
public final class AwsClients {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private AwsClients() {}

    /// Points a client at the hub, in its region, without retries that would hide an error.
    public static <B extends AwsClientBuilder<B, ?>> B at(
            TestHub hub, AwsCredentials credentials, B builder) {
        return builder.endpointOverride(URI.create(hub.awsAddress()))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .overrideConfiguration(
                        o -> o.apiCallTimeout(PATIENCE).retryStrategy(r -> r.maxAttempts(1)));
    }

    /// Credentials of a key.
    ///
    /// @param key id and secret, as `TestHub.accessKey` gives them
    public static AwsCredentials credentials(List<String> key) {
        return AwsBasicCredentials.create(key.getFirst(), key.getLast());
    }

    public static AwsCredentials credentials(Credentials temporary) {
        return AwsSessionCredentials.create(
                temporary.accessKeyId(), temporary.secretAccessKey(), temporary.sessionToken());
    }
}
