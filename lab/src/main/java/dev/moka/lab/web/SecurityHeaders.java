package dev.moka.lab.web;

import io.javalin.http.Context;

/// The headers that keep a browser from being used against its owner.
final class SecurityHeaders {
    private SecurityHeaders() {}

    static void set(Context context) {
        context.header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "frame-ancestors 'self'; object-src 'none'")
                .header("Referrer-Policy", "same-origin");
    }
}
