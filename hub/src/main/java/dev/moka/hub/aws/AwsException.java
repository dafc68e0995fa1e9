package dev.moka.hub.aws;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// An error in AWS's words; each service puts it into its own protocol.
public final class AwsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int httpStatus;
    private final String code;
    private final String text;
    private final transient Map<String, String> details;

    /// @param code the word that clients match on, such as `SignatureDoesNotMatch`
    public AwsException(int httpStatus, String code, String message) {
        this(httpStatus, code, message, Map.of());
    }

    /// @param details further elements that S3 puts into its error document, in their order
    public AwsException(int httpStatus, String code, String message, Map<String, String> details) {
        super(message);
        this.httpStatus = httpStatus;
        this.code = code;
        this.text = message;
        this.details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
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

    /// Further elements of S3's error document, such as `Region` or `StringToSign`.
    public Map<String, String> details() {
        return details;
    }
}
