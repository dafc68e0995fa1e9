package dev.moka.lab.kernels;

import dev.moka.protocol.jupyter.ProtocolException;
import dev.moka.protocol.link.LinkFrame;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The lab's end of the link to one kernel process: connects, stores and acknowledges what the
/// kernel says, and connects anew for as long as the process lives.
public final class LinkClient implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(LinkClient.class);
    private static final int ACK_EVERY = 64;
    private static final int MAX_PENDING = 10_000;
    private static final int FIRST_PAUSE_MS = 4;
    private static final int LONGEST_PAUSE_MS = 200;

    private final Path socket;
    private final BooleanSupplier alive;
    private final LinkListener listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<byte[]> pending = new ArrayDeque<>();
    private @Nullable LinkSocket connection;
    private boolean exited;
    private boolean ended;

    /// @param alive whether the kernel's process runs
    public LinkClient(Path socket, BooleanSupplier alive, LinkListener listener) {
        this.socket = socket;
        this.alive = alive;
        this.listener = listener;
    }

    /// Starts to connect, on a thread of its own that ends with the process or with {@link #close}.
    public void start() {
        Thread.ofVirtual().name("kernel-link " + socket.getParent()).start(this::run);
    }

    private void run() {
        try {
            int attempt = 0;
            while (!isClosed() && alive.getAsBoolean()) {
                attempt = converse() ? 0 : attempt + 1;
                pause(attempt);
            }
            exited();
            if (!isClosed()) {
                listener.gone();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    /// Connects once and listens until the connection ends. Returns whether there was one.
    private boolean converse() {
        boolean connected = false;
        try (LinkSocket link = LinkSocket.connect(socket)) {
            link.write(listener.hello());
            if (!(link.read() instanceof LinkFrame.Welcome welcome)) {
                throw new ProtocolException("the kernel did not begin with Welcome");
            }
            listener.welcomed(welcome);
            connected(link);
            connected = true;
            listen(link);
        } catch (IOException e) {
            log.debug("link {}: {}", socket, e.toString());
        } catch (ProtocolException e) {
            log.warn("link {}: {}; connecting anew", socket, e.getMessage());
        } finally {
            disconnected();
        }
        return connected;
    }

    private void listen(LinkSocket link) throws IOException {
        int unacknowledged = 0;
        while (!isClosed()) {
            if (!(link.read() instanceof LinkFrame.Data(long sequence, byte[] frame))) {
                throw new ProtocolException("the kernel sent something else than Data");
            }
            listener.said(sequence, frame);
            unacknowledged++;
            if (unacknowledged >= ACK_EVERY || !link.hasMore()) {
                link.write(new LinkFrame.Ack(sequence));
                unacknowledged = 0;
            }
        }
    }

    private void connected(LinkSocket link) throws IOException {
        lock.lock();
        try {
            while (!pending.isEmpty()) {
                link.write(new LinkFrame.Data(0, pending.peek()));
                pending.remove();
            }
            connection = link;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void disconnected() {
        lock.lock();
        try {
            connection = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Lets those go who wait for a connection, before the listener looks for a new process.
    private void exited() {
        lock.lock();
        try {
            exited = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            exited = true;
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void pause(int attempt) throws InterruptedException {
        int pause = Math.min(FIRST_PAUSE_MS + attempt / 8, LONGEST_PAUSE_MS);
        var _ = closed.await(pause, TimeUnit.MILLISECONDS);
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /// Waits until the kernel has answered.
    ///
    /// @return whether it has; false when the time is up, or its process has ended
    public boolean awaitConnected(Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (connection == null && !exited && left > 0) {
                left = changed.awaitNanos(left);
            }
            return connection != null;
        } finally {
            lock.unlock();
        }
    }

    /// Sends a frame, or keeps it until there is a connection. Returns false when the kernel has
    /// ended.
    ///
    /// @throws IOException when too many frames wait
    public boolean send(byte[] frame) throws IOException {
        LinkSocket to;
        lock.lock();
        try {
            if (ended) {
                return false;
            }
            to = connection;
            if (to == null) {
                keep(frame);
                return true;
            }
        } finally {
            lock.unlock();
        }
        try {
            to.write(new LinkFrame.Data(0, frame));
        } catch (IOException e) {
            // The process is about to be found dead, and what it was asked will be answered then.
            log.debug("link {}: {}", socket, e.toString());
        }
        return true;
    }

    private void keep(byte[] frame) throws IOException {
        if (pending.size() >= MAX_PENDING) {
            throw new IOException(
                    "the kernel has not answered yet and %d messages wait for it"
                            .formatted(MAX_PENDING));
        }
        pending.add(frame);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        LinkSocket link;
        lock.lock();
        try {
            link = connection;
        } finally {
            lock.unlock();
        }
        if (link != null) {
            link.close();
        }
    }
}
