package dev.moka.hub.s3;

import dev.moka.hub.aws.AwsException;
import dev.moka.hub.objects.StoreException;

/// S3's errors that are about the protocol, not about what is stored.
final class S3Errors {
    private S3Errors() {}

    static AwsException of(StoreException e) {
        return new AwsException(e.error().httpStatus(), e.error().code(), e.text());
    }

    static AwsException error(int status, String code, String message) {
        return new AwsException(status, code, message);
    }

    static AwsException malformedXml() {
        return new AwsException(
                400,
                "MalformedXML",
                "The XML you provided was not well-formed or did not validate against our published"
                        + " schema");
    }

    static AwsException invalidArgument(String message) {
        return new AwsException(400, "InvalidArgument", message);
    }

    static AwsException invalidRequest(String message) {
        return new AwsException(400, "InvalidRequest", message);
    }

    static AwsException invalidUri() {
        return new AwsException(400, "InvalidURI", "Couldn't parse the specified URI.");
    }

    static AwsException accessDenied() {
        return new AwsException(403, "AccessDenied", "Access Denied");
    }

    static AwsException methodNotAllowed() {
        return new AwsException(
                405,
                "MethodNotAllowed",
                "The specified method is not allowed against this resource.");
    }

    /// @param what S3 calls it
    static AwsException notImplemented(String what) {
        return new AwsException(
                501,
                "NotImplemented",
                "%s is not implemented by this server; docs/reference/s3.md lists what is"
                        .formatted(what));
    }

    static AwsException preconditionFailed() {
        return new AwsException(
                412,
                "PreconditionFailed",
                "At least one of the pre-conditions you specified did not hold");
    }
}
