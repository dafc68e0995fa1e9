package dev.moka.algorithms.serving;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/// A small HTTP/1.1 server on a port or a Unix-domain socket: a virtual thread for each connection.
///
/// The JDK's own server can't listen on a Unix-domain socket, which is how a hub reaches a program
/// without a network.
final class HttpServer implements Closeable {
    private static final int BACKLOG = 1024;
    private static final long PAUSE_NANOS = 10_000_000;

    private final ServerSocketChannel server;
    private final long largestBody;
    private final Function<HttpRequest, HttpResponse> handler;
    private final AtomicInteger busy = new AtomicInteger();
    private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();

    private HttpServer(
            ServerSocketChannel server,
            long largestBody,
            Function<HttpRequest, HttpResponse> handler) {
        this.server = server;
        this.largestBody = largestBody;
        this.handler = handler;
    }

    /// Listens, and answers with what the handler says.
    static HttpServer start(
            SocketAddress address, long largestBody, Function<HttpRequest, HttpResponse> handler)
            throws IOException {
        ServerSocketChannel channel =
                address instanceof UnixDomainSocketAddress
                        ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                        : ServerSocketChannel.open();
        channel.bind(address, BACKLOG);
        var server = new HttpServer(channel, largestBody, handler);
        Thread.ofVirtual().name("accept").start(server::accept);
        return server;
    }

    /// The port, or the socket's path.
    String where() throws IOException {
        SocketAddress address = server.getLocalAddress();
        return address instanceof InetSocketAddress inet
                ? String.valueOf(inet.getPort())
                : String.valueOf(address);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (HttpConnection connection : connections) {
            connection.close();
        }
    }

    /// Takes no more connections, and waits for the replies that are under way.
    void drain(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            server.close();
        } catch (IOException e) {
            System.err.println("the server could not be closed: " + e);
        }
        while (busy.get() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel channel = server.accept();
                if (channel.supportedOptions().contains(StandardSocketOptions.TCP_NODELAY)) {
                    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                }
                var connection = new HttpConnection(channel, largestBody);
                connections.add(connection);
                Thread.ofVirtual().name("connection").start(() -> serve(connection));
            } catch (ClosedChannelException _) {
                return;
            } catch (IOException e) {
                // Too many open files, mostly: the clients that are served will close some.
                System.err.println("a connection could not be accepted: " + e);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void answer(HttpConnection connection, HttpRequest request) throws IOException {
        busy.incrementAndGet();
        try {
            connection.reply(handler.apply(request));
        } finally {
            busy.decrementAndGet();
        }
    }

    private void serve(HttpConnection connection) {
        try (connection) {
            try {
                var request = connection.next();
                while (request.isPresent()) {
                    answer(connection, request.get());
                    request = connection.next();
                }
            } catch (HttpException e) {
                connection.reply(e.response());
            }
        } catch (IOException _) {
            // The client has gone; there is nobody to tell.
        } finally {
            connections.remove(connection);
        }
    }
}
