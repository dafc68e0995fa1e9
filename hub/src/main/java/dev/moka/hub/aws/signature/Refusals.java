package dev.moka.hub.aws.signature;

import dev.moka.hub.aws.AwsException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// AWS's errors about signatures, in the words of each dialect.
final class Refusals {
    private static final String MISMATCH =
            "The request signature we calculated does not match the signature you provided.";
    private static final String CONSULT =
            MISMATCH
                    + " Check your AWS Secret Access Key and signing method. Consult the service"
                    + " documentation for details.";
    private static final String UNKNOWN = "The security token included in the request is invalid.";

    private final Dialect dialect;

    Refusals(Dialect dialect) {
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    AwsException denied(String message) {
        return new AwsException(403, "AccessDenied", message);
    }

    AwsException missing() {
        return switch (dialect) {
            case S3 -> new AwsException(403, "AccessDenied", "Access Denied.");
            case JSON ->
                    new AwsException(
                            400,
                            "MissingAuthenticationTokenException",
                            "Missing Authentication Token");
            case QUERY ->
                    new AwsException(
                            403,
                            "MissingAuthenticationToken",
                            "Request is missing Authentication Token");
        };
    }

    AwsException malformed(String why) {
        return switch (dialect) {
            case S3 ->
                    new AwsException(
                            400,
                            "AuthorizationHeaderMalformed",
                            "The authorization header is malformed; " + why);
            case JSON -> new AwsException(400, "IncompleteSignatureException", why);
            case QUERY -> new AwsException(400, "IncompleteSignature", why);
        };
    }

    AwsException malformedQuery(String why) {
        return switch (dialect) {
            case S3 -> new AwsException(400, "AuthorizationQueryParametersError", why);
            case JSON -> new AwsException(400, "IncompleteSignatureException", why);
            case QUERY -> new AwsException(400, "IncompleteSignature", why);
        };
    }

    AwsException unsupported(String what) {
        String message =
                "The authorization mechanism you have provided is not supported: %s. Please use AWS4-HMAC-SHA256."
                        .formatted(what);
        return switch (dialect) {
            case S3 -> new AwsException(400, "InvalidRequest", message);
            case JSON -> new AwsException(400, "IncompleteSignatureException", message);
            case QUERY -> new AwsException(400, "IncompleteSignature", message);
        };
    }

    AwsException wrongRegion(String region, String expected) {
        return switch (dialect) {
            case S3 ->
                    new AwsException(
                            400,
                            "AuthorizationHeaderMalformed",
                            "The authorization header is malformed; the region '%s' is wrong; expecting '%s'"
                                    .formatted(region, expected),
                            Map.of("Region", expected));
            case JSON, QUERY ->
                    invalid(
                            "Credential should be scoped to a valid region. This hub is '%s', not '%s'."
                                    .formatted(expected, region));
        };
    }

    AwsException wrongScopeDate(String date, String day, String time) {
        return switch (dialect) {
            case S3 ->
                    malformed(
                            "Invalid credential date \"%s\". This date is not the same as X-Amz-Date: \"%s\"."
                                    .formatted(date, day));
            case JSON, QUERY ->
                    invalid(
                            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '%s' != '%s', from '%s'."
                                    .formatted(date, day, time));
        };
    }

    AwsException unknownKey(String accessKeyId) {
        return switch (dialect) {
            case S3 ->
                    new AwsException(
                            403,
                            "InvalidAccessKeyId",
                            "The AWS Access Key Id you provided does not exist in our records.",
                            Map.of("AWSAccessKeyId", accessKeyId));
            case JSON -> new AwsException(400, "UnrecognizedClientException", UNKNOWN);
            case QUERY -> new AwsException(403, "InvalidClientTokenId", UNKNOWN);
        };
    }

    AwsException wrongToken() {
        return switch (dialect) {
            case S3 ->
                    new AwsException(
                            400,
                            "InvalidToken",
                            "The provided token is malformed or otherwise invalid.");
            case JSON -> new AwsException(400, "UnrecognizedClientException", UNKNOWN);
            case QUERY -> new AwsException(403, "InvalidClientTokenId", UNKNOWN);
        };
    }

    AwsException expiredToken() {
        return switch (dialect) {
            case S3 -> new AwsException(400, "ExpiredToken", "The provided token has expired.");
            case JSON ->
                    new AwsException(
                            400,
                            "ExpiredTokenException",
                            "The security token included in the request is expired");
            case QUERY ->
                    new AwsException(
                            403,
                            "ExpiredToken",
                            "The security token included in the request is expired");
        };
    }

    AwsException skewed(String signed, String server, boolean past) {
        return switch (dialect) {
            case S3 ->
                    new AwsException(
                            403,
                            "RequestTimeTooSkewed",
                            "The difference between the request time and the current time is too"
                                    + " large.",
                            ordered(
                                    "RequestTime", signed,
                                    "ServerTime", server,
                                    "MaxAllowedSkewMilliseconds", "900000"));
            case JSON, QUERY ->
                    invalid(
                            past
                                    ? "Signature expired: %s is now earlier than the time of the hub, %s, less 15 min."
                                            .formatted(signed, server)
                                    : "Signature not yet current: %s is still later than the time of the hub, %s, plus 15 min."
                                            .formatted(signed, server));
        };
    }

    AwsException addressExpired(String seconds, String expires, String server) {
        return switch (dialect) {
            case S3 ->
                    new AwsException(
                            403,
                            "AccessDenied",
                            "Request has expired",
                            ordered(
                                    "X-Amz-Expires", seconds,
                                    "Expires", expires,
                                    "ServerTime", server));
            case JSON, QUERY ->
                    invalid(
                            "Signature expired: it was good until %s and it is %s."
                                    .formatted(expires, server));
        };
    }

    AwsException addressTooEarly() {
        return switch (dialect) {
            case S3 -> new AwsException(403, "AccessDenied", "Request is not yet valid");
            case JSON, QUERY -> invalid("Signature not yet current.");
        };
    }

    AwsException unsigned(List<String> headers) {
        return switch (dialect) {
            case S3 ->
                    new AwsException(
                            403,
                            "AccessDenied",
                            "There were headers present in the request which were not signed",
                            Map.of("HeadersNotSigned", String.join(", ", headers)));
            case JSON, QUERY ->
                    invalid(
                            "'%s' must be a 'SignedHeader' in the AWS Authorization."
                                    .formatted(String.join("', '", headers)));
        };
    }

    AwsException mismatch(Claim claim, String stringToSign, String canonicalRequest) {
        if (dialect == Dialect.S3) {
            return new AwsException(
                    403,
                    "SignatureDoesNotMatch",
                    MISMATCH + " Check your key and signing method.",
                    ordered(
                            "AWSAccessKeyId",
                            claim.accessKeyId(),
                            "StringToSign",
                            stringToSign,
                            "SignatureProvided",
                            claim.signature(),
                            "CanonicalRequest",
                            canonicalRequest));
        }
        return invalid(CONSULT);
    }

    AwsException invalid(String message) {
        return dialect == Dialect.JSON
                ? new AwsException(400, "InvalidSignatureException", message)
                : new AwsException(403, "SignatureDoesNotMatch", message);
    }

    private static Map<String, String> ordered(String... namesAndValues) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            ordered.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return ordered;
    }
}
