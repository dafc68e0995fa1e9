package dev.moka.hub.aws.signature;

import dev.moka.hub.aws.RequestHead;
import dev.moka.hub.aws.RequestHead.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/// The form of a request that is signed.
///
/// Its characters are bytes (ISO 8859-1): header values are signed as they were sent. See [AWS's
/// description](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
final class CanonicalRequest {
    private CanonicalRequest() {}

    static String of(RequestHead head, Claim claim, String payloadHash, Signed signed) {
        StringBuilder text = new StringBuilder(512);
        text.append(head.method()).append('\n');
        text.append(path(head.path(), claim.dialect(), signed)).append('\n');
        appendQuery(text, head.query());
        text.append('\n');
        for (String name : claim.signedHeaders()) {
            String value = collapsed(head.header(name).orElse(""));
            text.append(name).append(':');
            text.append(signed == Signed.VALUES_IN_UTF8 ? widened(value) : value).append('\n');
        }
        text.append('\n');
        text.append(String.join(";", claim.signedHeaders())).append('\n');
        return text.append(payloadHash).toString();
    }

    /// What clients do differently between signing and sending.
    enum Signed {
        /// Nothing.
        AS_SENT,
        /// Header values beyond ASCII are signed as UTF-8 and sent as ISO 8859-1, as some HTTP
        /// clients do.
        VALUES_IN_UTF8,
        /// A slash that follows a slash is signed plain and sent as `%2F`, as the SDK for Java does
        /// with keys such as `a//b`.
        PLAIN_SLASHES
    }

    static byte[] bytes(String canonical) {
        return canonical.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// S3 encodes a path once and leaves its slashes and dots alone; all others normalise it and
    /// encode what was sent once more.
    private static String path(String path, Dialect dialect, Signed signed) {
        if (signed == Signed.PLAIN_SLASHES) {
            return PercentEncoding.encoded(PercentEncoding.decodedBytes(path), true);
        }
        if (dialect == Dialect.S3) {
            return Arrays.stream(path.split("/", -1))
                    .map(part -> PercentEncoding.encoded(PercentEncoding.decodedBytes(part), false))
                    .collect(Collectors.joining("/"));
        }
        byte[] sent = normalised(path).getBytes(StandardCharsets.UTF_8);
        return PercentEncoding.encoded(sent, true);
    }

    private static String normalised(String path) {
        Deque<String> kept = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                kept.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                kept.addLast(part);
            }
        }
        String joined = "/" + String.join("/", kept);
        return path.endsWith("/") && joined.length() > 1 ? joined + "/" : joined;
    }

    private static void appendQuery(StringBuilder text, List<Parameter> query) {
        List<Parameter> encoded = new ArrayList<>(query.size());
        for (Parameter parameter : query) {
            if (!parameter.name().equals("X-Amz-Signature")) {
                encoded.add(new Parameter(encoded(parameter.name()), encoded(parameter.value())));
            }
        }
        encoded.sort(Comparator.comparing(Parameter::name).thenComparing(Parameter::value));
        for (int i = 0; i < encoded.size(); i++) {
            text.append(i == 0 ? "" : "&");
            text.append(encoded.get(i).name()).append('=').append(encoded.get(i).value());
        }
    }

    private static String encoded(String text) {
        return PercentEncoding.encoded(text.getBytes(StandardCharsets.UTF_8), false);
    }

    /// Without spaces at its ends, and with one space where there were several.
    private static String collapsed(String value) {
        String stripped = value.strip();
        if (!stripped.contains("  ") && stripped.indexOf('\t') < 0) {
            return stripped;
        }
        return stripped.replaceAll("[ \\t]+", " ");
    }

    private static String widened(String value) {
        return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
