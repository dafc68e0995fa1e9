package dev.moka.kernel.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/// Wakes a thread that blocks in a poll.
final class WakePipe implements AutoCloseable {
    private static final int DRAIN = 64;

    private final Pipe pipe;
    private final Waker waker;
    private final AtomicBoolean awake = new AtomicBoolean();

    /// @param waker the thread that writes to the pipe
    WakePipe(Waker waker) throws IOException {
        this.waker = waker;
        pipe = Pipe.open();
        pipe.source().configureBlocking(false);
    }

    SelectableChannel channel() {
        return pipe.source();
    }

    /// Makes the channel readable, once until the next {@link #drain}. For any thread, also one
    /// that is interrupted.
    void wake() {
        if (awake.compareAndSet(false, true)) {
            waker.add(this);
        }
    }

    /// Writes to the pipe; for the waker only.
    void write() {
        try {
            pipe.sink().write(ByteBuffer.wrap(new byte[] {1}));
        } catch (ClosedChannelException e) {
            // The thread to be woken has ended.
        } catch (IOException e) {
            throw new IllegalStateException("the kernel's wake-up pipe is broken", e);
        }
    }

    /// Makes the channel unreadable. Look for work after this, not before.
    void drain() throws IOException {
        pipe.source().read(ByteBuffer.allocate(DRAIN));
        awake.set(false);
    }

    @Override
    public void close() throws IOException {
        pipe.sink().close();
        pipe.source().close();
    }
}
