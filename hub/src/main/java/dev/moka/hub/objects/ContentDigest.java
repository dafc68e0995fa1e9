package dev.moka.hub.objects;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/// A checksum while content passes by.
public sealed interface ContentDigest {

    void update(byte[] bytes, int offset, int length);

    byte[] result();

    default String base64() {
        return Base64.getEncoder().encodeToString(result());
    }

    static ContentDigest of(ChecksumAlgorithm algorithm) {
        return switch (algorithm) {
            case CRC32 -> new Crc(new CRC32(), algorithm.bytes());
            case CRC32C -> new Crc(new CRC32C(), algorithm.bytes());
            case CRC64NVME -> new Crc(new Crc64Nvme(), algorithm.bytes());
            case SHA1 -> new Hash(hash("SHA-1"));
            case SHA256 -> new Hash(hash("SHA-256"));
        };
    }

    /// What an ETag is made of.
    static ContentDigest md5() {
        return new Hash(hash("MD5"));
    }

    private static MessageDigest hash(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + name, e);
        }
    }

    /// The first bytes of a CRC, most significant first.
    static byte[] bytes(long value, int length) {
        byte[] all = ByteBuffer.allocate(Long.BYTES).putLong(value).array();
        return Arrays.copyOfRange(all, Long.BYTES - length, Long.BYTES);
    }

    /// A cyclic redundancy check.
    record Crc(java.util.zip.Checksum crc, int bytes) implements ContentDigest {
        @Override
        public void update(byte[] content, int offset, int length) {
            crc.update(content, offset, length);
        }

        @Override
        public byte[] result() {
            return ContentDigest.bytes(crc.getValue(), bytes);
        }
    }

    /// A hash; its result can be taken once.
    record Hash(MessageDigest digest) implements ContentDigest {
        @Override
        public void update(byte[] content, int offset, int length) {
            digest.update(content, offset, length);
        }

        @Override
        public byte[] result() {
            return digest.digest();
        }
    }
}
