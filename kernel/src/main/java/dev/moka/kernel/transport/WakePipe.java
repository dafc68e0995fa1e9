package dev.moka.kernel.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/// Wakes a thread that blocks in a poll.
final class WakePipe implements AutoCloseable {
    private static final int DRAIN = 64;

    private final Pipe pipe;
    private final AtomicBoolean awake = new AtomicBoolean();

    WakePipe() throws IOException {
        pipe = Pipe.open();
        pipe.source().configureBlocking(false);
    }

    SelectableChannel channel() {
        return pipe.source();
    }

    /// Makes the channel readable, once until the next {@link #drain}.
    void wake() {
        if (awake.compareAndSet(false, true)) {
            try {
                pipe.sink().write(ByteBuffer.wrap(new byte[] {1}));
            } catch (IOException e) {
                throw new IllegalStateException("the kernel's wake-up pipe is broken", e);
            }
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
