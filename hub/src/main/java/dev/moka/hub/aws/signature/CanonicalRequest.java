package dev.moka.hub.aws.signature;

import dev.moka.hub.aws.RequestHead;
import dev.moka.hub.aws.RequestHead.Parameter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/// The form of a request that is signed.
///
/// Its characters are bytes (ISO 8859-1): header values are signed as they were sent. See [AWS's
/// description](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
final class CanonicalRequest {
    private CanonicalRequest() {}

    /// @param valuesInUtf8 whether characters beyond ASCII in headers were signed as UTF-8 although
    ///   they were sent as ISO 8859-1, as some HTTP clients do
    static String of(RequestHead head, Claim claim, String payloadHash, Utf8 valuesInUtf8) {
        StringBuilder text = new StringBuilder(512);
        text.append(head.method()).append('\n');
        text.append(path(head.path(), claim.dialect())).append('\n');
        appendQuery(text, head.query());
        text.append('\n');
        for (String name : claim.signedHeaders()) {
            String value = collapsed(head.header(name).orElse(""));
            text.append(name).append(':');
            text.append(valuesInUtf8 == Utf8.AS_SENT ? value : widened(value)).append('\n');
        }
        text.append('\n');
        text.append(String.join(";", claim.signedHeaders())).append('\n');
        return text.append(payloadHash).toString();
    }

    /// How header values beyond ASCII were signed.
    enum Utf8 {
        AS_SENT,
        FROM_LATIN
    }

    static byte[] bytes(String canonical) {
        return canonical.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// S3 encodes a path once and leaves its slashes and dots alone; all others normalise it and
    /// encode what was sent once more.
    private static String path(String path, Dialect dialect) {
        if (dialect == Dialect.S3) {
            return PercentEncoding.encoded(PercentEncoding.decodedBytes(path), true);
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
