package dev.moka.hub.objects;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// Bounds among keys, which are sorted as their UTF-8 bytes.
public final class Keys {
    private static final int LAST = 0xFF;

    private Keys() {}

    /// The smallest bytes after a key.
    public static byte[] after(String key) {
        byte[] bytes = key.getBytes(UTF_8);
        return Arrays.copyOf(bytes, bytes.length + 1);
    }

    /// The smallest bytes after everything that begins so, or null when there is no end.
    public static byte @Nullable [] afterAllOf(String prefix) {
        byte[] bytes = prefix.getBytes(UTF_8);
        for (int n = bytes.length - 1; n >= 0; n--) {
            if ((bytes[n] & LAST) != LAST) {
                byte[] end = Arrays.copyOf(bytes, n + 1);
                end[n]++;
                return end;
            }
        }
        return null;
    }

    /// The greater of two bounds.
    public static byte[] later(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other) >= 0 ? one : other;
    }
}
