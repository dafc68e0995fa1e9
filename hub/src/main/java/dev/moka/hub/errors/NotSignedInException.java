package dev.moka.hub.errors;

/// Nobody is signed in: no session or token, or one that is wrong, ended or expired.
public final class NotSignedInException extends ApiException {
    private static final long serialVersionUID = 1L;

    public NotSignedInException(String message) {
        super(401, "NotSignedIn", message);
    }
}
