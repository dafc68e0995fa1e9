package dev.moka.hub.objects;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// What is true of an object, told from what is true of its parts.
final class PartChecksums {
    private PartChecksums() {}

    /// The MD5 of the parts' MD5s, and their number.
    static String etag(List<Part> parts) {
        ContentDigest md5 = ContentDigest.md5();
        for (Part part : parts) {
            byte[] bytes = HexFormat.of().parseHex(part.etag());
            md5.update(bytes, 0, bytes.length);
        }
        return "%s-%d".formatted(HexFormat.of().formatHex(md5.result()), parts.size());
    }

    static @Nullable Checksum of(Upload upload, List<Part> parts) {
        ChecksumAlgorithm algorithm = upload.algorithm();
        if (algorithm == null) {
            return null;
        }
        return switch (upload.type()) {
            case COMPOSITE ->
                    new Checksum(
                            algorithm,
                            "%s-%d".formatted(composite(algorithm, parts), parts.size()),
                            Checksum.Type.COMPOSITE);
            case FULL_OBJECT -> Checksum.ofWhole(algorithm, whole(algorithm, parts));
        };
    }

    private static String composite(ChecksumAlgorithm algorithm, List<Part> parts) {
        ContentDigest digest = ContentDigest.of(algorithm);
        for (Part part : parts) {
            byte[] bytes = bytes(part);
            digest.update(bytes, 0, bytes.length);
        }
        return digest.base64();
    }

    private static String whole(ChecksumAlgorithm algorithm, List<Part> parts) {
        CrcCombination combination = CrcCombination.of(algorithm);
        long value = 0;
        for (Part part : parts) {
            value = combination.combine(value, number(bytes(part)), part.size());
        }
        return Base64.getEncoder().encodeToString(ContentDigest.bytes(value, algorithm.bytes()));
    }

    private static byte[] bytes(Part part) {
        String checksum = part.checksum();
        if (checksum == null) {
            throw StoreError.INVALID_PART.exception();
        }
        return Base64.getDecoder().decode(checksum);
    }

    private static long number(byte[] bytes) {
        byte[] wide = new byte[Long.BYTES];
        System.arraycopy(bytes, 0, wide, Long.BYTES - bytes.length, bytes.length);
        return ByteBuffer.wrap(wide).getLong();
    }
}
