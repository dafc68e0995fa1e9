package dev.moka.hub.aws.port;

import dev.moka.hub.aws.AwsException;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Reads bodies that must be known to check a signature, so many bytes at once and no more.
final class EarlyBodies {
    /// AWS takes up to 6 MiB and a little for its framing.
    static final int LONGEST = 8 * 1024 * 1024;

    private static final int KIB = 1024;
    private static final int ALL_KIB = 64 * KIB;
    private static final int UNKNOWN_LENGTH = LONGEST;
    private static final int PATIENCE_SECONDS = 10;

    private final Semaphore room = new Semaphore(ALL_KIB);

    /// A body in memory, until its signature was checked.
    record Early(byte[] bytes, Semaphore room, int kib) implements AutoCloseable {
        @Override
        public void close() {
            room.release(kib);
        }
    }

    /// @param contentLength -1 when it is not known
    Early read(InputStream raw, long contentLength) throws IOException {
        if (contentLength > LONGEST) {
            throw tooLarge(contentLength);
        }
        int kib = (int) (contentLength < 0 ? UNKNOWN_LENGTH : contentLength) / KIB + 1;
        take(kib);
        boolean read = false;
        try {
            byte[] bytes = raw.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw tooLarge(bytes.length);
            }
            read = true;
            return new Early(bytes, room, kib);
        } finally {
            if (!read) {
                room.release(kib);
            }
        }
    }

    private void take(int kib) throws IOException {
        try {
            if (!room.tryAcquire(kib, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AwsException(
                        503,
                        "ServiceUnavailable",
                        "Too many large requests at once; try again in a moment");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The hub ends", e);
        }
    }

    private static AwsException tooLarge(long length) {
        return new AwsException(
                413,
                "RequestEntityTooLargeException",
                "The request's body has %d bytes; the limit is %d".formatted(length, LONGEST));
    }
}
