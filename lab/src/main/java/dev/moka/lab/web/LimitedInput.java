package dev.moka.lab.web;

import dev.moka.lab.problem.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that ends in a problem when more comes through it than is allowed.
final class LimitedInput extends FilterInputStream {
    private final long limit;
    private long taken;

    LimitedInput(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int bytes) {
        taken += bytes;
        if (taken > limit) {
            throw Problem.tooLarge(
                    "The request is larger than %d MB. Upload large files in pieces"
                            .formatted(limit >> 20));
        }
    }
}
