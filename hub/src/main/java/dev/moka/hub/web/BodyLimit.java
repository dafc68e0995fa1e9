package dev.moka.hub.web;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;

import java.util.Map;

/// Keeps large bodies away from everything but notebooks and uploads, so that nobody fills the
/// memory before they have signed in.
final class BodyLimit {
    private static final long LARGEST = 1024 * 1024;

    private BodyLimit() {}

    static void check(Context context) {
        if (context.path().startsWith("/notebook/") || isUpload(context)) {
            return;
        }
        if (context.header("Transfer-Encoding") != null) {
            throw new HttpResponseException(
                    411,
                    "The request does not say how long it is; send a Content-Length",
                    Map.of());
        }
        if (context.contentLength() > LARGEST) {
            throw new ContentTooLargeResponse();
        }
    }

    /// What is put into S3 goes to the disk, once it is known who sends it.
    private static boolean isUpload(Context context) {
        return context.path().startsWith("/s3/") && context.method().equals(HandlerType.PUT);
    }
}
