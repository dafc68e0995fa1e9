package dev.moka.hub;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// A hub with two people in different accounts, each with an S3 client of AWS's SDK.
public final class S3Hub implements AutoCloseable {
    public final TestHub hub;
    public final S3Client ann;
    public final S3Client bob;
    public final List<String> annsKey;

    private S3Hub(TestHub hub) throws Exception {
        this.hub = hub;
        Person admin = hub.admin();
        this.annsKey = TestHub.accessKey(hub.user(admin, "ann"));
        this.ann = client(annsKey);
        this.bob = client(TestHub.accessKey(hub.user(admin, "bob")));
    }

    public static S3Hub start(Path home) throws Exception {
        return new S3Hub(TestHub.start(home));
    }

    public S3Client client(List<String> key) {
        return S3Client.builder()
                .endpointOverride(URI.create(hub.awsAddress()))
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials(key))
                .httpClientBuilder(
                        UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(30)))
                .forcePathStyle(true)
                .build();
    }

    public S3Presigner presigner() {
        return S3Presigner.builder()
                .endpointOverride(URI.create(hub.awsAddress()))
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials(annsKey))
                .serviceConfiguration(
                        software.amazon.awssdk.services.s3.S3Configuration.builder()
                                .pathStyleAccessEnabled(true)
                                .build())
                .build();
    }

    @Override
    public void close() {
        ann.close();
        bob.close();
        hub.close();
    }

    private static StaticCredentialsProvider credentials(List<String> key) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(key.get(0), key.get(1)));
    }
}
