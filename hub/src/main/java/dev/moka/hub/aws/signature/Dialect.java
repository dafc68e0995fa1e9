package dev.moka.hub.aws.signature;

import dev.moka.hub.aws.RequestHead;

import java.util.Set;

/// The way in which a service says that a request was not signed well.
public enum Dialect {
    /// XML in S3's words.
    S3,
    /// JSON in the words of most services.
    JSON,
    /// XML in the words of the older services, such as STS and IAM.
    QUERY;

    private static final Set<String> QUERY_SERVICES = Set.of("sts", "iam");

    /// The dialect of a service of this name in a credential scope.
    public static Dialect of(String service) {
        if (service.equals("s3")) {
            return S3;
        }
        return QUERY_SERVICES.contains(service) ? QUERY : JSON;
    }

    /// The dialect that the sender seems to speak, when there is no scope to tell.
    public static Dialect guess(RequestHead head) {
        String type = head.header("content-type").orElse("");
        if (head.header("x-amz-target").isPresent() || type.startsWith("application/x-amz-json")) {
            return JSON;
        }
        boolean form = type.startsWith("application/x-www-form-urlencoded");
        boolean root = head.path().equals("/");
        if (root && (head.has("Action") || (form && head.method().equals("POST")))) {
            return QUERY;
        }
        return S3;
    }
}
