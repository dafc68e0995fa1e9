package dev.moka.lab.web;

import io.javalin.http.Context;

/// The headers that keep a browser from being used against its owner.
final class SecurityHeaders {
    private static final String POLICY = "Content-Security-Policy";

    private SecurityHeaders() {}

    /// What every answer carries.
    static void set(Context context) {
        context.header("X-Content-Type-Options", "nosniff")
                .header(POLICY, "default-src 'none'; frame-ancestors 'self'")
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }

    /// For a file of the user's: it may show itself and run scripts, in an origin of its own.
    static void sandbox(Context context) {
        context.header(POLICY, "frame-ancestors 'self'; object-src 'none'; sandbox allow-scripts");
    }

    /// For a page made of a notebook: pictures and styles, and no script at all.
    static void document(Context context) {
        context.header(
                POLICY,
                "default-src 'none'; style-src 'unsafe-inline'; img-src * data:;"
                        + " frame-ancestors 'self'; sandbox");
    }

    /// For the JupyterLab page. Its bundles use `eval` (ajv, vega), its styles are inline, and
    /// outputs of notebooks may show pictures from anywhere and open frames.
    static void page(Context context) {
        context.header(
                POLICY,
                String.join(
                        "; ",
                        "default-src 'self'",
                        "script-src 'self' 'unsafe-eval' 'unsafe-inline'",
                        "style-src 'self' 'unsafe-inline'",
                        "img-src * data: blob:",
                        "media-src * data: blob:",
                        "font-src 'self' data:",
                        "frame-src * data: blob:",
                        "worker-src 'self' blob:",
                        "connect-src 'self' data: blob:",
                        "object-src 'none'",
                        "base-uri 'self'",
                        "frame-ancestors 'self'"));
    }
}
