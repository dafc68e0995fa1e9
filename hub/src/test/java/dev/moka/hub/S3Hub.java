package dev.moka.hub;

import dev.moka.hub.clients.AwsClients;

import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

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
        return AwsClients.at(hub, AwsClients.credentials(key), S3Client.builder())
                .forcePathStyle(true)
                .build();
    }

    public S3Presigner presigner() {
        return S3Presigner.builder()
                .endpointOverride(URI.create(hub.awsAddress()))
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsClients.credentials(annsKey)))
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
    }

    @Override
    public void close() {
        ann.close();
        bob.close();
        hub.close();
    }
}
