package dev.moka.sdk.s3;

import dev.moka.sdk.progress.Progress.Transfer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ContentStreamProvider;

/// A range of a file as a body that can be sent again, and that tells how much of it was read.
final class CountedFile implements ContentStreamProvider {
    private final Path file;
    private final long from;
    private final long length;
    private final Transfer transfer;
    private @Nullable Counted last;

    CountedFile(Path file, long from, long length, Transfer transfer) {
        this.file = file;
        this.from = from;
        this.length = length;
        this.transfer = transfer;
    }

    @Override
    public InputStream newStream() {
        try {
            if (last != null) {
                // The SDK begins again: what it had read does not count.
                last.close();
                transfer.moved(-last.counted);
            }
            FileChannel channel = FileChannel.open(file).position(from);
            var stream = new Counted(Channels.newInputStream(channel));
            last = stream;
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "File";
    }

    private final class Counted extends FilterInputStream {
        private long counted;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            if (counted == length) {
                return -1;
            }
            int read = super.read(into, offset, (int) Math.min(count, length - counted));
            if (read > 0) {
                counted += read;
                transfer.moved(read);
            }
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
