package dev.moka.hub.aws.signature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Percent-encoding as signatures need it: all but the unreserved characters of RFC 3986.
public final class PercentEncoding {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PercentEncoding() {}

    static String encoded(byte[] bytes, boolean keepSlashes) {
        StringBuilder encoded = new StringBuilder(bytes.length + 16);
        for (byte b : bytes) {
            int c = b & 0xff;
            if (isUnreserved(c) || (keepSlashes && c == '/')) {
                encoded.append((char) c);
            } else {
                encoded.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
            }
        }
        return encoded.toString();
    }

    /// The text that was encoded; what is no UTF-8 becomes the replacement character.
    public static String decoded(String encoded) {
        return encoded.indexOf('%') < 0
                ? encoded
                : new String(decodedBytes(encoded), StandardCharsets.UTF_8);
    }

    static byte[] decodedBytes(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        int at = 0;
        while (at < encoded.length()) {
            char c = encoded.charAt(at);
            int high = c == '%' && at + 2 < encoded.length() ? digit(encoded, at + 1) : -1;
            int low = high >= 0 ? digit(encoded, at + 2) : -1;
            if (low >= 0) {
                bytes.write((high << 4) | low);
                at += 3;
            } else {
                int end = encoded.offsetByCodePoints(at, 1);
                bytes.writeBytes(encoded.substring(at, end).getBytes(StandardCharsets.UTF_8));
                at = end;
            }
        }
        return bytes.toByteArray();
    }

    private static int digit(String text, int at) {
        char c = text.charAt(at);
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    private static boolean isUnreserved(int c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.'
                || c == '~';
    }
}
