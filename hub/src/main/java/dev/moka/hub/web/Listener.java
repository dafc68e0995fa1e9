package dev.moka.hub.web;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.net.UnknownHostException;

/// A server that listens until it is closed.
public final class Listener implements AutoCloseable {
    private final Javalin server;

    private Listener(Javalin server) {
        this.server = server;
    }

    static Listener start(Javalin server, String host, int port) {
        try {
            return new Listener(server.start(host, port));
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

    @Override
    public void close() {
        server.stop();
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
