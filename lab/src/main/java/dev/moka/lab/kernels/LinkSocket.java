package dev.moka.lab.kernels;

import dev.moka.protocol.link.LinkCodec;
import dev.moka.protocol.link.LinkFrame;
import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/// One connection to a kernel's Unix socket, buffered on the way in.
final class LinkSocket implements Closeable {
    private static final int BUFFER = 64 * 1024;

    private final SocketChannel channel;
    private final BufferedInput input;
    private final ReentrantLock writing = new ReentrantLock();

    private LinkSocket(SocketChannel channel) {
        this.channel = channel;
        this.input = new BufferedInput(channel);
    }

    static LinkSocket connect(Path path) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(path));
            return new LinkSocket(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    LinkFrame read() throws IOException {
        return LinkCodec.read(input);
    }

    /// Whether a part of the next frame has already come.
    boolean hasMore() {
        return input.hasBuffered();
    }

    void write(LinkFrame frame) throws IOException {
        writing.lock();
        try {
            LinkCodec.write(channel, frame);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static final class BufferedInput implements ReadableByteChannel {
        private final SocketChannel channel;
        private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).flip();

        BufferedInput(SocketChannel channel) {
            this.channel = channel;
        }

        boolean hasBuffered() {
            return buffer.hasRemaining();
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            if (!buffer.hasRemaining()) {
                if (into.remaining() >= BUFFER) {
                    return channel.read(into);
                }
                int read = channel.read(buffer.clear());
                buffer.flip();
                if (read < 0) {
                    return read;
                }
            }
            int size = Math.min(buffer.remaining(), into.remaining());
            into.put(into.position(), buffer, buffer.position(), size);
            into.position(into.position() + size);
            buffer.position(buffer.position() + size);
            return size;
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
