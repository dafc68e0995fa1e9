package dev.moka.hub.aws;

/// An error in AWS's words; each service puts it into its own protocol.
public final class AwsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int httpStatus;
    private final String code;
    private final String text;

    /// @param code the word that clients match on, such as `SignatureDoesNotMatch`
    public AwsException(int httpStatus, String code, String message) {
        super(message);
        this.httpStatus = httpStatus;
        this.code = code;
        this.text = message;
    }

    public int httpStatus() {
        return httpStatus;
    }

    public String code() {
        return code;
    }

    public String text() {
        return text;
    }
}
