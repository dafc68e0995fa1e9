package dev.moka.hub.objects;

import java.util.Arrays;
import java.util.Optional;

/// A way to check the content of an object, as S3 names it.
public enum ChecksumAlgorithm {
    CRC32(4, true),
    CRC32C(4, true),
    CRC64NVME(8, true),
    SHA1(20, false),
    SHA256(32, false);

    private final int bytes;
    private final boolean linear;

    ChecksumAlgorithm(int bytes, boolean linear) {
        this.bytes = bytes;
        this.linear = linear;
    }

    /// How long a value is, before Base64.
    public int bytes() {
        return bytes;
    }

    /// Whether the value of a whole can be told from the values of its parts.
    boolean isLinear() {
        return linear;
    }

    public static Optional<ChecksumAlgorithm> named(String name) {
        return Arrays.stream(values()).filter(a -> a.name().equalsIgnoreCase(name)).findFirst();
    }

    /// The header or trailer that carries a value.
    public String header() {
        return switch (this) {
            case CRC32 -> "x-amz-checksum-crc32";
            case CRC32C -> "x-amz-checksum-crc32c";
            case CRC64NVME -> "x-amz-checksum-crc64nvme";
            case SHA1 -> "x-amz-checksum-sha1";
            case SHA256 -> "x-amz-checksum-sha256";
        };
    }

    /// The element that carries a value in XML.
    public String element() {
        return "Checksum" + name();
    }
}
