package dev.moka.sdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.moka.sdk.progress.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/// An S3 server (S3Proxy, path-style only) and one answer of STS, on free ports of this machine.
public final class AwsAtHome {
    public static final String ACCOUNT = "123456789012";
    public static final String ROLE = "arn:aws:iam::123456789012:role/Learner";
    private static final String KEY = "AKIDEXAMPLE";
    private static final String SECRET = "not-a-secret";
    private static final String IDENTITY =
            """
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
            <Arn>arn:aws:sts::123456789012:assumed-role/Learner/session</Arn><UserId>AROA:session</UserId>
            <Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>
            """;

    private final S3Proxy s3;
    private final HttpServer sts;
    private final StsClient stsClient;

    public AwsAtHome(Path folder) throws Exception {
        Path blobs = Files.createDirectories(folder.resolve("blobs"));
        s3 =
                S3Proxy.builder()
                        .blobStore(new FilesystemNio2BlobStore(blobs.toString()))
                        .endpoint(URI.create("http://127.0.0.1:0"))
                        .awsAuthentication(AuthenticationType.AWS_V4, KEY, SECRET)
                        .build();
        s3.start();
        sts = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sts.createContext("/", AwsAtHome::identity);
        sts.start();
        stsClient =
                StsClient.builder()
                        .region(Region.EU_WEST_1)
                        .endpointOverride(
                                URI.create("http://127.0.0.1:" + sts.getAddress().getPort()))
                        .credentialsProvider(credentials())
                        .httpClientBuilder(ApacheHttpClient.builder())
                        .build();
    }

    /// A builder for a session with this machine's AWS.
    public SessionBuilder session() {
        return Session.builder()
                .region("eu-west-1")
                .endpoint(URI.create("http://127.0.0.1:" + s3.getPort()))
                .credentials(credentials())
                .sts(stsClient)
                .environment(Map.of())
                .progress(Progress.none());
    }

    /// Ends both servers.
    public void stop() throws Exception {
        stsClient.close();
        sts.stop(0);
        s3.stop();
    }

    private static StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET));
    }

    private static void identity(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] body = IDENTITY.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
