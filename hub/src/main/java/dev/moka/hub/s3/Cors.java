package dev.moka.hub.s3;

import dev.moka.hub.aws.AwsException;
import dev.moka.hub.aws.AwsResponse;
import dev.moka.hub.aws.RequestHead;
import dev.moka.hub.objects.Bucket;
import dev.moka.hub.objects.BucketName;
import dev.moka.hub.objects.Buckets;
import dev.moka.hub.objects.CorsRule;
import dev.moka.hub.objects.StoreException;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Tells browsers which pages may use a bucket, by the rules that its owner set.
final class Cors {
    private final Buckets buckets;

    Cors(Buckets buckets) {
        this.buckets = buckets;
    }

    /// Adds what a browser wants to see on a real request.
    void allow(RequestHead head, Target target, AwsResponse response) {
        Optional<String> origin = head.header("origin");
        if (origin.isEmpty() || target.bucket().isEmpty()) {
            return;
        }
        rule(target, origin.get(), head.method(), List.of())
                .ifPresent(rule -> {
                    grant(rule, origin.get(), response);
                    if (!rule.exposed().isEmpty()) {
                        response.header(
                                "Access-Control-Expose-Headers", String.join(", ", rule.exposed()));
                    }
                });
    }

    /// Answers what a browser asks before the real request; it has no credentials.
    void answerPreflight(RequestHead head, Target target, AwsResponse response) throws IOException {
        String origin = head.header("origin").orElseThrow(Cors::badRequest);
        String method = head.header("access-control-request-method").orElseThrow(Cors::badRequest);
        List<String> headers =
                Arrays.stream(head.header("access-control-request-headers").orElse("").split(","))
                        .map(String::strip)
                        .filter(header -> !header.isEmpty())
                        .toList();
        CorsRule rule =
                rule(target, origin, method, headers)
                        .orElseThrow(() ->
                                new AwsException(
                                        403,
                                        "AccessForbidden",
                                        "CORSResponse: This CORS request is not allowed. This is"
                                                + " usually because the evalution of Origin,"
                                                + " request method / Access-Control-Request-Method"
                                                + " or Access-Control-Request-Headers are not"
                                                + " whitelisted by the resource's CORS spec."));
        response.status(200);
        grant(rule, origin, response);
        if (!headers.isEmpty()) {
            response.header("Access-Control-Allow-Headers", String.join(", ", headers));
        }
        Integer age = rule.maxAgeSeconds();
        if (age != null) {
            response.header("Access-Control-Max-Age", age.toString());
        }
        response.header("Content-Length", "0");
        response.body().close();
    }

    private static void grant(CorsRule rule, String origin, AwsResponse response) {
        response.header("Access-Control-Allow-Origin", rule.isForEveryOrigin() ? "*" : origin);
        response.header("Access-Control-Allow-Methods", String.join(", ", rule.methods()));
        if (!rule.isForEveryOrigin()) {
            response.header("Access-Control-Allow-Credentials", "true");
        }
        response.header(
                "Vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
    }

    private Optional<CorsRule> rule(
            Target target, String origin, String method, List<String> headers) {
        return bucket(target)
                .flatMap(bucket ->
                        bucket.cors().stream()
                                .filter(rule -> rule.allows(origin, method, headers))
                                .findFirst());
    }

    private Optional<Bucket> bucket(Target target) {
        try {
            return buckets.find(new BucketName(target.bucket()));
        } catch (StoreException e) {
            return Optional.empty();
        }
    }

    private static AwsException badRequest() {
        return new AwsException(
                400,
                "BadRequest",
                "Insufficient information. Origin request header needed, and"
                        + " Access-Control-Request-Method.");
    }
}
