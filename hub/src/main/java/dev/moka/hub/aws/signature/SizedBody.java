package dev.moka.hub.aws.signature;

import dev.moka.hub.aws.AwsException;

import java.io.IOException;
import java.io.InputStream;

/// A body of a promised length.
final class SizedBody extends InputStream {
    private final InputStream in;
    private final long length;
    private long read;

    /// @param length -1 when none was promised
    SizedBody(InputStream in, long length) {
        this.in = in;
        this.length = length;
    }

    static AwsException incomplete() {
        return new AwsException(
                400,
                "IncompleteBody",
                "You did not provide the number of bytes specified by the Content-Length HTTP"
                        + " header");
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        int got = in.read(bytes, offset, count);
        if (got > 0) {
            read += got;
        }
        if (got < 0 && length >= 0 && read != length) {
            throw incomplete();
        }
        return got;
    }
}
