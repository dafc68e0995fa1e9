package dev.moka.hub.objects;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.ThreadFactory;

/// Takes one content from its sender to a file, with its digests, and checks what was promised.
final class BlobWriter {
    private static final int SMALL = 256 * 1024;

    private final ContentPlan plan;
    private final ThreadFactory threads;
    private final @Nullable ContentDigest checksum;
    private long size;

    BlobWriter(ContentPlan plan, ThreadFactory threads) {
        this.plan = plan;
        this.threads = threads;
        this.checksum = plan.algorithm() == null ? null : ContentDigest.of(plan.algorithm());
    }

    NewBlob write(String id, InputStream content, FileChannel file) throws IOException {
        boolean small = plan.length() >= 0 && plan.length() < SMALL;
        byte[] md5 = small ? writeSmall(content, file) : writeLarge(content, file);
        file.force(true);
        requireLength();
        requireMd5(md5);
        return new NewBlob(id, size, HexFormat.of().formatHex(md5), checkedChecksum());
    }

    private byte[] writeSmall(InputStream content, FileChannel file) throws IOException {
        ContentDigest digest = ContentDigest.md5();
        // One byte more, so that the end of the stream is seen and with it what the sender signed.
        byte[] buffer = new byte[(int) plan.length() + 1];
        int read = content.readNBytes(buffer, 0, buffer.length);
        take(buffer, read, file);
        digest.update(buffer, 0, read);
        return digest.result();
    }

    private byte[] writeLarge(InputStream content, FileChannel file) throws IOException {
        try (DigestLane lane = new DigestLane(ContentDigest.md5(), threads)) {
            while (true) {
                byte[] buffer = lane.buffer();
                int read = content.readNBytes(buffer, 0, buffer.length);
                take(buffer, read, file);
                lane.update(buffer, read);
                if (read < buffer.length) {
                    return lane.result();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("The hub ends").initCause(e);
        }
    }

    private void take(byte[] buffer, int length, FileChannel file) throws IOException {
        size += length;
        if (size > plan.limit()) {
            throw StoreError.ENTITY_TOO_LARGE.exception();
        }
        if (checksum != null) {
            checksum.update(buffer, 0, length);
        }
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, length);
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    private void requireLength() {
        if (plan.length() >= 0 && size != plan.length()) {
            throw StoreError.INCOMPLETE_BODY.exception();
        }
    }

    private void requireMd5(byte[] md5) {
        String promised = plan.md5();
        if (promised != null && !MessageDigest.isEqual(Base64.getDecoder().decode(promised), md5)) {
            throw StoreError.BAD_DIGEST.exception(
                    "The Content-MD5 you specified did not match what we received.");
        }
    }

    private @Nullable String checkedChecksum() {
        ChecksumAlgorithm algorithm = plan.algorithm();
        if (checksum == null || algorithm == null) {
            return null;
        }
        String value = checksum.base64();
        plan.promised()
                .get()
                .filter(promised -> !promised.equals(value))
                .ifPresent(promised -> {
                    throw StoreError.BAD_DIGEST.exception(
                            "The %s you specified did not match the calculated checksum."
                                    .formatted(algorithm));
                });
        return value;
    }
}
