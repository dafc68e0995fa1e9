package dev.moka.hub.errors;

/// An error to be told to the caller: an HTTP status, a code for programs and a message for people.
public abstract sealed class ApiException extends RuntimeException
        permits AccessDeniedException,
                ConflictException,
                NotSignedInException,
                ResourceInUse,
                ResourceLimitExceeded,
                ResourceNotFound,
                TooManyRequestsException,
                ValidationException {
    private static final long serialVersionUID = 1L;

    private final int httpStatus;
    private final String code;
    private final String text;

    ApiException(int httpStatus, String code, String message) {
        super(message);
        this.httpStatus = httpStatus;
        this.code = code;
        this.text = message;
    }

    public final int httpStatus() {
        return httpStatus;
    }

    /// The word that programs match on, such as `ResourceNotFound`.
    public final String code() {
        return code;
    }

    /// What happened, why, and what to do, in the reader's words.
    public final String text() {
        return text;
    }
}
