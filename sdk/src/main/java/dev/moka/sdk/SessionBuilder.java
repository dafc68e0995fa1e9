package dev.moka.sdk;

import dev.moka.sdk.progress.Progress;
import dev.moka.sdk.role.ExecutionRole;
import dev.moka.sdk.s3.TransferSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;

/// What a [Session] is made with. Everything may be left out: region and credentials are then found
/// as the AWS SDK finds them, and clients are made.
public final class SessionBuilder {
    private @Nullable Region region;
    private @Nullable AwsCredentialsProvider credentials;
    private @Nullable URI endpoint;
    private @Nullable S3Client s3;
    private @Nullable StsClient sts;
    private @Nullable String role;
    private @Nullable String defaultBucket;
    private Progress progress = Progress.standard();
    private TransferSettings transfers = TransferSettings.standard();
    private Map<String, String> environment = System.getenv();

    SessionBuilder() {}

    /// The region, such as `us-east-1`.
    public SessionBuilder region(String name) {
        region = Region.of(name);
        return this;
    }

    /// Where credentials come from.
    public SessionBuilder credentials(AwsCredentialsProvider provider) {
        credentials = provider;
        return this;
    }

    /// One address for all services instead of AWS's; the environment's `AWS_ENDPOINT_URL` does the
    /// same.
    public SessionBuilder endpoint(URI address) {
        endpoint = address;
        return this;
    }

    /// A client for S3, which the session does not close.
    public SessionBuilder s3(S3Client client) {
        s3 = client;
        return this;
    }

    /// A client for STS, which the session does not close.
    public SessionBuilder sts(StsClient client) {
        sts = client;
        return this;
    }

    /// The ARN of the role that jobs take.
    public SessionBuilder role(String arn) {
        role = arn;
        return this;
    }

    /// The bucket for everything that has no other place, instead of
    /// `sagemaker-<region>-<account>`.
    public SessionBuilder defaultBucket(String name) {
        defaultBucket = name;
        return this;
    }

    /// Who is told how far transfers are.
    public SessionBuilder progress(Progress listener) {
        progress = listener;
        return this;
    }

    /// How transfers are cut up.
    public SessionBuilder transfers(TransferSettings settings) {
        transfers = settings;
        return this;
    }

    /// Environment variables instead of this process's.
    public SessionBuilder environment(Map<String, String> variables) {
        environment = Map.copyOf(variables);
        return this;
    }

    /// The session.
    public Session build() {
        Region chosen = region != null ? region : new DefaultAwsRegionProviderChain().getRegion();
        List<AutoCloseable> owned = new ArrayList<>();
        S3Client s3Client = s3 != null ? s3 : owned(newS3(chosen), owned);
        StsClient stsClient = sts != null ? sts : owned(newSts(chosen), owned);
        return new Session(
                new SessionParts(
                        chosen,
                        s3Client,
                        stsClient,
                        progress,
                        transfers,
                        Optional.ofNullable(role),
                        Optional.ofNullable(defaultBucket),
                        new ExecutionRole(environment)),
                owned);
    }

    private S3Client newS3(Region chosen) {
        S3ClientBuilder builder = S3Client.builder().region(chosen);
        builder.httpClientBuilder(
                ApacheHttpClient.builder().maxConnections(2 * transfers.parallel() + 2));
        if (credentials != null) {
            builder.credentialsProvider(credentials);
        }
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        boolean notAws =
                endpoint != null
                        || AwsEndpoints.s3(environment, System.getProperties()).isPresent();
        return builder.forcePathStyle(notAws).build();
    }

    private StsClient newSts(Region chosen) {
        StsClientBuilder builder =
                StsClient.builder()
                        .region(chosen)
                        .httpClientBuilder(ApacheHttpClient.builder().maxConnections(2));
        if (credentials != null) {
            builder.credentialsProvider(credentials);
        }
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return builder.build();
    }

    private static <T extends AutoCloseable> T owned(T client, List<AutoCloseable> clients) {
        clients.add(client);
        return client;
    }
}
