package dev.moka.lab.problem;

import org.jspecify.annotations.Nullable;

/// A request that cannot be served: an HTTP status, a message for the person, and a reason phrase
/// that programs read. Shown as `{"message": …, "reason": …}`, as Jupyter Server does.
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final @Nullable String reason;

    /// Makes a problem without a reason of its own.
    public Problem(int status, String message) {
        this(status, message, null);
    }

    /// Makes a problem whose `reason` replaces the status's usual phrase.
    public Problem(int status, String message, @Nullable String reason) {
        super(message);
        this.status = status;
        this.reason = reason;
    }

    /// The request itself is wrong.
    public static Problem badRequest(String message) {
        return new Problem(400, message);
    }

    /// The thing is there, or may be, but not for this caller.
    public static Problem forbidden(String message) {
        return new Problem(403, message);
    }

    /// There is no such thing.
    public static Problem notFound(String message) {
        return new Problem(404, message);
    }

    /// The request does not fit the state that the thing is in.
    public static Problem conflict(String message) {
        return new Problem(409, message);
    }

    /// What came, or was asked for, is larger than the limit.
    public static Problem tooLarge(String message) {
        return new Problem(413, message);
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// The words for the person.
    public String message() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    /// The reason phrase, or null where the status says it all.
    public @Nullable String reason() {
        return reason;
    }
}
