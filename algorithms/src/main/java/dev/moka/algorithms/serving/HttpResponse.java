package dev.moka.algorithms.serving;

import java.nio.charset.StandardCharsets;

/// A reply, whole.
record HttpResponse(int status, String contentType, byte[] body) {
    static final int OK = 200;
    static final int NO_CONTENT = 204;
    static final int BAD_REQUEST = 400;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int NOT_ACCEPTABLE = 406;
    static final int TOO_LARGE = 413;
    static final int UNSUPPORTED_MEDIA_TYPE = 415;
    static final int HEADERS_TOO_LARGE = 431;
    static final int SERVER_ERROR = 500;

    static HttpResponse text(int status, String text) {
        return new HttpResponse(
                status, "text/html; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] head() {
        String head =
                status == NO_CONTENT
                        ? "HTTP/1.1 204 No Content\r\n\r\n"
                        : "HTTP/1.1 %d %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                                .formatted(status, phrase(), contentType, body.length);
        return head.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String phrase() {
        return switch (status) {
            case OK -> "OK";
            case BAD_REQUEST -> "Bad Request";
            case NOT_FOUND -> "Not Found";
            case METHOD_NOT_ALLOWED -> "Method Not Allowed";
            case NOT_ACCEPTABLE -> "Not Acceptable";
            case TOO_LARGE -> "Request Entity Too Large";
            case UNSUPPORTED_MEDIA_TYPE -> "Unsupported Media Type";
            case HEADERS_TOO_LARGE -> "Request Header Fields Too Large";
            default -> "Internal Server Error";
        };
    }
}
