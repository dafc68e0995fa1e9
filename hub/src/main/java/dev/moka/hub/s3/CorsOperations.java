package dev.moka.hub.s3;

import dev.moka.hub.objects.Bucket;
import dev.moka.hub.objects.Buckets;
import dev.moka.hub.objects.CorsRule;
import dev.moka.hub.s3.Target.Level;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/// The CORS rules of a bucket.
final class CorsOperations {
    private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DELETE", "HEAD");
    private static final int MOST_RULES = 100;

    private final Buckets buckets;
    private final XmlBody bodies;

    CorsOperations(Buckets buckets, XmlBody bodies) {
        this.buckets = buckets;
        this.bodies = bodies;
    }

    void addTo(Operations table) {
        table.add("GetBucketCors", "GET", Level.BUCKET, "cors", this::get)
                .add("PutBucketCors", "PUT", Level.BUCKET, "cors", this::put)
                .add("DeleteBucketCors", "DELETE", Level.BUCKET, "cors", this::delete);
    }

    private void get(Call call) throws IOException {
        List<CorsRule> rules = call.bucket().cors();
        if (rules.isEmpty()) {
            throw S3Errors.error(
                    404, "NoSuchCORSConfiguration", "The CORS configuration does not exist");
        }
        call.xml(
                Xml.of(
                        "CORSConfiguration",
                        xml -> rules.forEach(rule -> xml.open("CORSRule", x -> write(x, rule)))));
    }

    private void put(Call call) throws IOException {
        Bucket bucket = call.bucket();
        Element root = bodies.read(call.request(), "CORSConfiguration");
        List<CorsRule> rules = root.all("CORSRule").stream().map(CorsOperations::rule).toList();
        if (rules.isEmpty() || rules.size() > MOST_RULES) {
            throw S3Errors.malformedXml();
        }
        buckets.setCors(bucket, rules);
        call.empty(200);
    }

    private void delete(Call call) throws IOException {
        buckets.setCors(call.bucket(), List.of());
        call.empty(204);
    }

    private static CorsRule rule(Element element) {
        CorsRule rule =
                new CorsRule(
                        element.text("ID").orElse(""),
                        element.texts("AllowedOrigin"),
                        element.texts("AllowedMethod"),
                        element.texts("AllowedHeader"),
                        element.texts("ExposeHeader"),
                        element.text("MaxAgeSeconds").map(CorsOperations::number).orElse(null));
        if (rule.origins().isEmpty() || rule.methods().isEmpty()) {
            throw S3Errors.malformedXml();
        }
        for (String method : rule.methods()) {
            if (!METHODS.contains(method)) {
                throw S3Errors.invalidRequest(
                        "Found unsupported HTTP method in CORS config. Unsupported method is "
                                + method);
            }
        }
        rule.origins().forEach(origin -> requireOneStar("AllowedOrigin", origin));
        rule.headers().forEach(header -> requireOneStar("AllowedHeader", header));
        return rule;
    }

    private static void requireOneStar(String what, String pattern) {
        if (pattern.chars().filter(c -> c == '*').count() > 1) {
            throw S3Errors.invalidRequest(
                    "%s \"%s\" can not have more than one wildcard.".formatted(what, pattern));
        }
    }

    private static Integer number(String text) {
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw S3Errors.malformedXml();
        }
    }

    private static void write(Xml xml, CorsRule rule) {
        if (!rule.id().isEmpty()) {
            xml.add("ID", rule.id());
        }
        rule.headers().forEach(header -> xml.add("AllowedHeader", header));
        rule.methods().forEach(method -> xml.add("AllowedMethod", method));
        rule.origins().forEach(origin -> xml.add("AllowedOrigin", origin));
        rule.exposed().forEach(header -> xml.add("ExposeHeader", header));
        xml.add("MaxAgeSeconds", rule.maxAgeSeconds());
    }
}
