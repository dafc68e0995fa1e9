package dev.moka.hub.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moka.hub.aws.AwsResponse;
import dev.moka.hub.aws.RequestHead;
import dev.moka.hub.objects.ObjectMetadata;
import dev.moka.hub.objects.StoredObjects.Labels;

import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What is told about an object in headers, both ways.
final class Metadata {
    private static final String USER = "x-amz-meta-";
    private static final int LARGEST = 2048;
    private static final List<String> SYSTEM =
            List.of(
                    "content-type",
                    "content-encoding",
                    "content-disposition",
                    "content-language",
                    "cache-control",
                    "expires");

    private Metadata() {}

    static Labels labels(RequestHead head) {
        return new Labels(of(head), head.header("x-amz-tagging").map(Tags::of).orElse(Map.of()));
    }

    static ObjectMetadata of(RequestHead head) {
        Map<String, String> system = new LinkedHashMap<>();
        for (String name : SYSTEM) {
            head.header(name)
                    .map(value -> name.equals("content-encoding") ? withoutChunks(value) : value)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> system.put(name, value));
        }
        Map<String, String> user = new TreeMap<>();
        for (String name : head.headers().names()) {
            if (name.startsWith(USER)) {
                user.put(name.substring(USER.length()), head.header(name).orElse(""));
            }
        }
        int size =
                user.entrySet().stream()
                        .mapToInt(e -> bytes(e.getKey()) + bytes(e.getValue()))
                        .sum();
        if (size > LARGEST) {
            throw S3Errors.error(
                    400,
                    "MetadataTooLarge",
                    "Your metadata headers exceed the maximum allowed metadata size: %d of %d bytes"
                            .formatted(size, LARGEST));
        }
        return new ObjectMetadata(system, user);
    }

    /// Writes the headers; a `response-…` parameter of the query goes before what is stored.
    static void write(RequestHead head, ObjectMetadata metadata, AwsResponse response) {
        Map<String, String> system = new LinkedHashMap<>(metadata.system());
        system.put("content-type", metadata.contentType());
        for (String name : SYSTEM) {
            head.parameter("response-" + name)
                    .filter(value -> !value.isEmpty() && value.chars().noneMatch(c -> c < ' '))
                    .ifPresent(value -> system.put(name, value));
        }
        system.forEach((name, value) -> response.header(title(name), value));
        metadata.user().forEach((name, value) -> response.header(USER + name, encoded(value)));
    }

    /// `aws-chunked` was about the way here.
    private static String withoutChunks(String encoding) {
        return Arrays.stream(encoding.split(","))
                .map(String::strip)
                .filter(part -> !part.equals("aws-chunked") && !part.isEmpty())
                .collect(Collectors.joining(","));
    }

    /// Headers hold ASCII; S3 writes other values as RFC 2047 says.
    private static String encoded(String value) {
        boolean plain = value.chars().allMatch(c -> c >= ' ' && c < 0x7F);
        return plain
                ? value
                : "=?UTF-8?B?%s?="
                        .formatted(Base64.getEncoder().encodeToString(value.getBytes(UTF_8)));
    }

    private static String title(String name) {
        return Arrays.stream(name.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining("-"));
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }
}
