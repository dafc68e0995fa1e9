package dev.moka.hub.aws.signature;

import dev.moka.hub.aws.RequestHead;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads what a request says about its sender, from its headers or from its address.
public final class ClaimReader {
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final int LONGEST_LIFE = 604_800;
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern DATE = Pattern.compile("\\d{8}");
    private static final Pattern KEY_ID = Pattern.compile("\\w{1,128}");
    private static final Pattern TIME_FORM = Pattern.compile("\\d{8}T\\d{6}Z");

    private final RequestHead head;
    private final Refusals refusals;

    private ClaimReader(RequestHead head) {
        this.head = head;
        this.refusals = new Refusals(dialect(head));
    }

    /// What the request claims; empty when it carries no credentials at all.
    public static Optional<Claim> read(RequestHead head) {
        return new ClaimReader(head).read();
    }

    /// The error for a request without credentials.
    public static RuntimeException missing(RequestHead head) {
        return new Refusals(Dialect.guess(head)).missing();
    }

    private Optional<Claim> read() {
        Optional<String> authorization = head.header("authorization");
        boolean inQuery = head.has("X-Amz-Algorithm") || head.has("X-Amz-Signature");
        if (authorization.isPresent() && inQuery) {
            throw refusals.unsupported(
                    "credentials both in the Authorization header and in the address");
        }
        if (authorization.isPresent()) {
            return Optional.of(fromHeader(authorization.get().strip()));
        }
        if (inQuery) {
            return Optional.of(fromQuery());
        }
        if (head.has("AWSAccessKeyId") && head.has("Signature")) {
            throw refusals.unsupported("Signature Version 2");
        }
        return Optional.empty();
    }

    private Claim fromHeader(String authorization) {
        requireAlgorithm(authorization.replaceFirst("[ \\t].*", ""));
        Map<String, String> parts = parts(authorization.substring(ALGORITHM.length()));
        String credential = part(parts, "Credential");
        String signed = part(parts, "SignedHeaders");
        String signature = part(parts, "Signature");
        String[] words = credentialWords(credential);
        String time = headerTime();
        return new Claim(
                words[0],
                new Scope(words[1], words[2], words[3]),
                headers(signed),
                signature(signature),
                time,
                instant(time),
                head.header("x-amz-security-token").orElse(null),
                null);
    }

    private Claim fromQuery() {
        requireAlgorithm(parameter("X-Amz-Algorithm"));
        String[] words = credentialWords(parameter("X-Amz-Credential"));
        String time = parameter("X-Amz-Date");
        if (!TIME_FORM.matcher(time).matches()) {
            throw refusals.malformedQuery(
                    "X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
        }
        return new Claim(
                words[0],
                new Scope(words[1], words[2], words[3]),
                headers(parameter("X-Amz-SignedHeaders")),
                signature(parameter("X-Amz-Signature")),
                time,
                instant(time),
                head.parameter("X-Amz-Security-Token").orElse(null),
                life(parameter("X-Amz-Expires")));
    }

    private void requireAlgorithm(String algorithm) {
        if (algorithm.equals(ALGORITHM)) {
            return;
        }
        throw switch (algorithm) {
            case "AWS4-ECDSA-P256-SHA256" -> refusals.unsupported("Signature Version 4A");
            case "AWS" -> refusals.unsupported("Signature Version 2");
            default ->
                    refusals.unsupported(
                            algorithm.length() <= 40
                                    ? algorithm
                                    : algorithm.substring(0, 40) + "…");
        };
    }

    private Map<String, String> parts(String list) {
        Map<String, String> parts = new HashMap<>();
        for (String part : list.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw refusals.malformed(
                        "'%s' is not a key=value pair (missing equal-sign) in Authorization header"
                                .formatted(shortened(part.strip())));
            }
            parts.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
        }
        return parts;
    }

    private String part(Map<String, String> parts, String name) {
        String value = parts.get(name);
        if (value == null || value.isEmpty()) {
            throw refusals.malformed(
                    "Authorization header requires '%s' parameter.".formatted(name));
        }
        return value;
    }

    private String parameter(String name) {
        return head.parameter(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() ->
                        refusals.malformedQuery(
                                "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters; %s is missing."
                                        .formatted(name)));
    }

    private String[] credentialWords(String credential) {
        String[] words = credential.split("/", -1);
        if (words.length != 5
                || !words[4].equals(Scope.END)
                || !KEY_ID.matcher(words[0]).matches()
                || !DATE.matcher(words[1]).matches()
                || words[2].isEmpty()
                || words[3].isEmpty()) {
            throw refusals.malformed(
                    "the Credential is mal-formed; expecting"
                            + " \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".");
        }
        return words;
    }

    private List<String> headers(String signed) {
        return Arrays.stream(signed.split(";", -1))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    private String signature(String signature) {
        if (!SIGNATURE.matcher(signature).matches()) {
            throw refusals.malformed("the Signature must be 64 hexadecimal digits.");
        }
        return signature;
    }

    private int life(String seconds) {
        int life;
        try {
            life = Integer.parseInt(seconds);
        } catch (NumberFormatException e) {
            throw refusals.malformedQuery("X-Amz-Expires should be a number");
        }
        if (life < 1) {
            throw refusals.malformedQuery("X-Amz-Expires must be at least 1 second");
        }
        if (life > LONGEST_LIFE) {
            throw refusals.malformedQuery(
                    "X-Amz-Expires must be less than a week (in seconds); that is, the given"
                            + " X-Amz-Expires must be less than 604800 seconds");
        }
        return life;
    }

    /// `X-Amz-Date`, else `Date` in either of its forms.
    private String headerTime() {
        Optional<String> own = head.header("x-amz-date");
        String time = own.or(() -> head.header("date")).orElse("").strip();
        if (TIME_FORM.matcher(time).matches()) {
            return time;
        }
        if (own.isEmpty() && !time.isEmpty()) {
            try {
                return TIME.format(
                        ZonedDateTime.parse(time, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .withZoneSameInstant(ZoneOffset.UTC));
            } catch (DateTimeException e) {
                throw invalidTime();
            }
        }
        throw invalidTime();
    }

    private Instant instant(String time) {
        try {
            return LocalDateTime.parse(time, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw invalidTime();
        }
    }

    private RuntimeException invalidTime() {
        return refusals.dialect() == Dialect.S3
                ? refusals.denied("AWS authentication requires a valid Date or x-amz-date header")
                : refusals.malformed(
                        "Authorization header requires existence of either a 'X-Amz-Date' or a"
                                + " 'Date' header in the ISO-8601 basic format.");
    }

    /// From the scope if there is one, however bad the rest is.
    private static Dialect dialect(RequestHead head) {
        String credential =
                head.parameter("X-Amz-Credential")
                        .or(() -> head.header("authorization"))
                        .orElse("");
        String[] words = credential.replaceFirst(",.*", "").split("/", -1);
        return words.length == 5 ? Dialect.of(words[3]) : Dialect.guess(head);
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
