package dev.moka.kernel.transport;

import dev.moka.kernel.log.Log;
import dev.moka.protocol.jupyter.RawMessage;
import dev.moka.protocol.jupyter.WebSocketV1;
import dev.moka.protocol.link.LinkCodec;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/// A Unix-domain socket on which our own server speaks {@link dev.moka.protocol.link}. The newest
/// connection wins. What is said while nobody is connected is kept, within a bound, and sent to the
/// next one.
public final class LinkTransport implements Transport {
    private static final int MAX_PATH = 107;
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Path path;
    private final LinkSettings settings;
    private final Runnable orphaned;
    private final Log log;
    private final LinkOutbox outbox;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<LinkConnection> current = Optional.empty();
    private int currentGeneration;
    private final AtomicReference<Optional<ServerSocketChannel>> listening =
            new AtomicReference<>(Optional.empty());

    /// @param path where the socket will be; its folder must exist
    /// @param orphaned is called when no client has been there for the orphan timeout
    public LinkTransport(Path path, LinkSettings settings, Runnable orphaned, Log log) {
        this.path = path;
        this.settings = settings;
        this.orphaned = orphaned;
        this.log = log;
        outbox = new LinkOutbox(settings);
    }

    @Override
    public void start(Receiver receiver) throws IOException {
        ServerSocketChannel server = listen();
        listening.set(Optional.of(server));
        Thread.ofPlatform().daemon().name("link-accept").start(() -> accept(server, receiver));
        if (settings.orphanTimeout().isPositive()) {
            Thread.ofPlatform().daemon().name("link-orphan").start(this::watchForOrphan);
        }
    }

    @Override
    public void send(RawMessage message, Address to) {
        byte[] frame = WebSocketV1.encode(message);
        if (frame.length > LinkCodec.MAX_FRAME - Long.BYTES - 1) {
            throw new IllegalArgumentException(
                    "a message of %,d bytes can't be sent; at most %,d are possible"
                            .formatted(frame.length, LinkCodec.MAX_FRAME));
        }
        outbox.add(frame);
    }

    @Override
    public void close() {
        outbox.close(CLOSING);
        listening.getAndSet(Optional.empty()).ifPresent(this::stopListening);
        lock.lock();
        try {
            current.ifPresent(this::end);
        } finally {
            lock.unlock();
        }
    }

    private ServerSocketChannel listen() throws IOException {
        int length = path.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > MAX_PATH) {
            throw new IOException(
                    "the socket path %s has %d bytes; at most %d are possible"
                            .formatted(path, length, MAX_PATH));
        }
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(path);
        if (Files.exists(path) && isServed(address)) {
            throw new IOException("another kernel listens on " + path);
        }
        Files.deleteIfExists(path);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(address);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            server.close();
            throw new IOException("can't listen on " + path + ": " + e.getMessage(), e);
        }
        return server;
    }

    private static boolean isServed(UnixDomainSocketAddress address) {
        try (SocketChannel probe = SocketChannel.open(address)) {
            return probe.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private void accept(ServerSocketChannel server, Receiver receiver) {
        try {
            while (true) {
                LinkConnection connection =
                        new LinkConnection(server.accept(), outbox, receiver, log);
                Thread.ofPlatform()
                        .daemon()
                        .name("link-reader")
                        .start(() -> connection.serve(number -> replaceBy(number, connection)));
            }
        } catch (ClosedChannelException e) {
            log.info("the link is closed");
        } catch (IOException e) {
            log.error("the link can't accept connections", e);
        }
    }

    private void replaceBy(int generation, LinkConnection connection) {
        lock.lock();
        try {
            if (generation < currentGeneration) {
                end(connection);
                return;
            }
            currentGeneration = generation;
            current.ifPresent(this::end);
            current = Optional.of(connection);
        } finally {
            lock.unlock();
        }
    }

    private void watchForOrphan() {
        try {
            if (outbox.awaitOrphaned(settings.orphanTimeout())) {
                log.info("no client for " + settings.orphanTimeout() + ": the kernel ends");
                orphaned.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopListening(ServerSocketChannel server) {
        try {
            server.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            log.info("can't remove " + path + ": " + e.getMessage());
        }
    }

    private void end(LinkConnection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            log.info("can't close a hub's connection: " + e.getMessage());
        }
    }
}
