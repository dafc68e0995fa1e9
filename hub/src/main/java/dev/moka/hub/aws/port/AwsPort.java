package dev.moka.hub.aws.port;

import dev.moka.hub.account.Credentials;
import dev.moka.hub.aws.AwsService;
import dev.moka.hub.aws.signature.SignatureVerifier;
import dev.moka.hub.web.ListenException;

import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

import java.net.BindException;
import java.util.List;
import java.util.concurrent.Executors;

/// The server that AWS clients talk to, until it is closed.
public final class AwsPort implements AutoCloseable {
    private static final int MOST_HEADER_BYTES = 16 * 1024;
    private static final int MOST_PLATFORM_THREADS = 16;
    private static final int BUFFER = 64 * 1024;
    private static final long IDLE_MILLIS = 60_000;
    private static final long STOP_MILLIS = 3_000;

    private final Server server;
    private final ServerConnector connector;

    private AwsPort(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /// Begins to listen.
    ///
    /// @param port 0 for any free one
    /// @throws ListenException when that is not possible
    public static AwsPort listen(
            String host,
            int port,
            SignatureVerifier verifier,
            Credentials credentials,
            List<AwsService> services) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_PLATFORM_THREADS);
        threads.setName("aws");
        threads.setVirtualThreadsExecutor(
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("aws-request-", 0).factory()));
        Server server = new Server(threads);
        server.setStopTimeout(STOP_MILLIS);
        ServerConnector connector =
                new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setAcceptQueueSize(1024);
        server.addConnector(connector);
        AwsHandler handler = new AwsHandler(new Authentication(verifier, credentials), services);
        server.setHandler(new GracefulHandler(handler));
        server.setErrorHandler(new BadRequests());
        AwsPort listening = new AwsPort(server, connector);
        listening.start(host, port);
        return listening;
    }

    private void start(String host, int port) {
        try {
            server.start();
        } catch (Exception e) {
            close();
            String why =
                    e instanceof BindException
                            ? "it is in use by another program or may not be used"
                            : String.valueOf(e.getMessage());
            throw new ListenException(
                    "The hub can't listen for AWS clients on %s port %d: %s; choose another port with --aws-port %d"
                            .formatted(host, port, why, port == 0 ? 8889 : port + 1),
                    e);
        }
    }

    /// The port that it listens on, also when any free one was asked for.
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The AWS port could not be closed", e);
        }
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        // Signatures are over the path as it was sent, and S3 allows every character in a key.
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        configuration.setHttpCompliance(HttpCompliance.RFC7230);
        // Else Jetty gives `charset=utf-8` for the `charset=UTF-8` that was signed.
        configuration.setHeaderCacheCaseSensitive(true);
        configuration.setRequestHeaderSize(MOST_HEADER_BYTES);
        configuration.setResponseHeaderSize(MOST_HEADER_BYTES);
        configuration.setOutputBufferSize(BUFFER);
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(true);
        return configuration;
    }
}
