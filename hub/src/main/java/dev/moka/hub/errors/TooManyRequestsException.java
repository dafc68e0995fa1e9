package dev.moka.hub.errors;

import java.time.Duration;

/// Too many attempts in a short time; the caller may try again after a while.
public final class TooManyRequestsException extends ApiException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public TooManyRequestsException(String message, Duration retryAfter) {
        super(429, "TooManyRequests", message);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
