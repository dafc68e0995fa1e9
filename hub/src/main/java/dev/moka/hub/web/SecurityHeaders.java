package dev.moka.hub.web;

import io.javalin.http.Context;

/// The headers that keep a browser from being used against its owner; a lab sets its own policy for
/// its pages over them.
final class SecurityHeaders {
    private static final String LABS = "/notebook/";

    /// Pages of the console have no inline scripts or styles and are in nobody's frame.
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors"
                    + " 'none'";

    private final boolean secure;

    /// @param secure whether people reach the hub over TLS only
    SecurityHeaders(boolean secure) {
        this.secure = secure;
    }

    void set(Context context) {
        context.header("X-Content-Type-Options", "nosniff");
        // The address of a one-time link must not reach another site.
        context.header("Referrer-Policy", "same-origin");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header(
                "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        if (secure) {
            context.header("Strict-Transport-Security", "max-age=31536000");
        }
        if (context.path().startsWith(LABS)) {
            context.header("X-Frame-Options", "SAMEORIGIN");
        } else {
            context.header("X-Frame-Options", "DENY");
            context.header("Cross-Origin-Opener-Policy", "same-origin");
            context.header("Content-Security-Policy", POLICY);
        }
    }
}
