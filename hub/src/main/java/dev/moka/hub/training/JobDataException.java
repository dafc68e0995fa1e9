package dev.moka.hub.training;

/// Data of a job that can't be read or written, in words for `FailureReason`.
public final class JobDataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JobDataException(String message) {
        super(message);
    }

    public JobDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
