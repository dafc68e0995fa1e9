package dev.moka.hub.objects;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.List;

/// The bytes of an object, to be read until this is closed whatever becomes of the object.
public final class ObjectContent implements AutoCloseable {
    private static final int BUFFER = 128 * 1024;

    private final Blobs blobs;
    private final List<Segment> segments;

    /// A blob that is a stretch of the content.
    record Segment(String blob, long size) {}

    private ObjectContent(Blobs blobs, List<Segment> segments) {
        this.blobs = blobs;
        this.segments = segments;
    }

    static ObjectContent of(Blobs blobs, List<Segment> segments) {
        blobs.lease(ids(segments));
        return new ObjectContent(blobs, segments);
    }

    /// Writes a stretch of the content.
    public void transferTo(OutputStream out, long offset, long length) throws IOException {
        long skip = offset;
        long left = length;
        byte[] buffer = new byte[(int) Math.min(BUFFER, Math.max(1, length))];
        for (Segment segment : segments) {
            if (left == 0) {
                return;
            }
            long here = Math.min(left, segment.size - skip);
            if (here > 0) {
                transfer(segment, skip, here, buffer, out);
                left -= here;
            }
            skip = Math.max(0, skip - segment.size);
        }
    }

    /// The whole content.
    public InputStream stream() throws IOException {
        return stream(0, segments.stream().mapToLong(Segment::size).sum());
    }

    /// A stretch of the content; what is opened is closed with the stream.
    public InputStream stream(long offset, long length) throws IOException {
        return new Stretch(offset, length);
    }

    @Override
    public void close() {
        blobs.unlease(ids(segments));
    }

    private void transfer(
            Segment segment, long offset, long length, byte[] buffer, OutputStream out)
            throws IOException {
        try (FileChannel file = blobs.open(segment.blob)) {
            long at = offset;
            long end = offset + length;
            while (at < end) {
                int wanted = (int) Math.min(buffer.length, end - at);
                int read = file.read(ByteBuffer.wrap(buffer, 0, wanted), at);
                if (read < 0) {
                    throw new IOException("Blob %s is shorter than it was".formatted(segment.blob));
                }
                out.write(buffer, 0, read);
                at += read;
            }
        }
    }

    private static List<String> ids(List<Segment> segments) {
        return segments.stream().map(Segment::blob).toList();
    }

    /// Reads on from one blob to the next.
    private final class Stretch extends InputStream {
        private long left;
        private int segment;
        private InputStream current = InputStream.nullInputStream();

        Stretch(long offset, long length) throws IOException {
            this.left = length;
            long skip = offset;
            while (segment < segments.size() && skip >= segments.get(segment).size) {
                skip -= segments.get(segment).size;
                segment++;
            }
            if (segment < segments.size()) {
                open(skip);
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = current.read(bytes, offset, (int) Math.min(left, length));
            while (read < 0 && segment < segments.size()) {
                open(0);
                read = current.read(bytes, offset, (int) Math.min(left, length));
            }
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public void close() throws IOException {
            current.close();
        }

        private void open(long at) throws IOException {
            current.close();
            FileChannel file = blobs.open(segments.get(segment).blob);
            segment++;
            file.position(at);
            current = Channels.newInputStream(file);
        }
    }
}
