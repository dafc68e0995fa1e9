package dev.moka.hub.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moka.hub.objects.Listing.Cursor;

import java.util.Base64;

/// Continuation tokens: where a page ended, so that they outlive the hub that gave them.
final class Tokens {
    private static final char WHOLE_PREFIX = 'p';
    private static final char KEY = 'k';

    private Tokens() {}

    static String of(Cursor cursor) {
        return of((cursor.wholePrefix() ? WHOLE_PREFIX : KEY) + cursor.value());
    }

    static String of(String text) {
        return Base64.getUrlEncoder().encodeToString(text.getBytes(UTF_8));
    }

    static Cursor cursor(String token) {
        String text = text(token);
        if (text.isEmpty() || (text.charAt(0) != WHOLE_PREFIX && text.charAt(0) != KEY)) {
            throw incorrect();
        }
        return new Cursor(text.substring(1), text.charAt(0) == WHOLE_PREFIX);
    }

    static String text(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), UTF_8);
        } catch (IllegalArgumentException e) {
            throw incorrect();
        }
    }

    private static RuntimeException incorrect() {
        return S3Errors.invalidArgument("The continuation token provided is incorrect");
    }
}
