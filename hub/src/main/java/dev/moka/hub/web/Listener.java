package dev.moka.hub.web;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A server that listens until it is closed.
public final class Listener implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Listener.class);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(3);

    private final Javalin server;
    private final RunningRequests running;

    private Listener(Javalin server, RunningRequests running) {
        this.server = server;
        this.running = running;
    }

    static Listener start(Javalin server, String host, int port, RunningRequests running) {
        try {
            return new Listener(server.start(host, port), running);
        } catch (JavalinBindException e) {
            server.stop();
            throw new ListenException(
                    "Port %d of %s is in use by another program or may not be used; stop that program, or choose another port with --port %d"
                            .formatted(port, host, port == 0 ? 8888 : port + 1),
                    e);
        } catch (RuntimeException e) {
            server.stop();
            throw new ListenException(
                    "The hub can't listen on %s port %d: %s; choose another address with --host"
                            .formatted(host, port, cause(e)),
                    e);
        }
    }

    /// The port that it listens on, also when any free one was asked for.
    public int port() {
        return server.port();
    }

    /// Takes no new connections, gives the requests that are being answered a moment, and stops.
    @Override
    public void close() {
        for (Connector connector : server.jettyServer().server().getConnectors()) {
            if (connector instanceof NetworkConnector network) {
                network.close();
            }
        }
        try {
            if (!running.await(LAST_ANSWERS)) {
                log.warn("some requests took longer than {} and are cut off", LAST_ANSWERS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            server.stop();
        }
    }

    private static String cause(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest instanceof UnknownHostException
                ? "there is no such address"
                : String.valueOf(deepest.getMessage());
    }
}
