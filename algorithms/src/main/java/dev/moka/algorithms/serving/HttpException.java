package dev.moka.algorithms.serving;

/// A request that gets an error for a reply.
final class HttpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    HttpException(int status, String message) {
        super(message);
        this.status = status;
    }

    HttpResponse response() {
        return HttpResponse.text(status, String.valueOf(getMessage()));
    }
}
