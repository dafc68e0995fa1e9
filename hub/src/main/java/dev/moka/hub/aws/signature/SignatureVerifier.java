package dev.moka.hub.aws.signature;

import dev.moka.hub.aws.AwsException;
import dev.moka.hub.aws.RequestHead;
import dev.moka.hub.aws.signature.CanonicalRequest.Signed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Checks the signature of a request's head, in the order in which AWS does.
public final class SignatureVerifier {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256\n";
    private static final Duration MOST_SKEW = Duration.ofMinutes(15);
    private static final String GLOBAL_REGION = "us-east-1";

    /// Services of all regions; their scope may name the one where AWS keeps them.
    private static final Set<String> GLOBAL = Set.of("iam", "sts");

    private final SigningKeys keys = new SigningKeys();
    private final String region;
    private final Clock clock;

    public SignatureVerifier(String region, Clock clock) {
        this.region = region;
        this.clock = clock;
    }

    /// Refuses a claim of another region or day, one that is too old or too early, and one that
    /// does not cover what it must. This needs no secret.
    public void checkClaim(RequestHead head, Claim claim) {
        Refusals refusals = new Refusals(claim.dialect());
        boolean global = GLOBAL.contains(claim.service()) && claim.region().equals(GLOBAL_REGION);
        if (!claim.region().equals(region) && !global) {
            throw refusals.wrongRegion(claim.region(), region);
        }
        String day = claim.time().substring(0, 8);
        if (!claim.scope().date().equals(day)) {
            throw refusals.wrongScopeDate(claim.scope().date(), day, claim.time());
        }
        checkTime(claim, refusals);
        checkCover(head, claim, refusals);
    }

    /// The error for a key that nobody has, or that may not be used.
    public static AwsException unknownKey(Claim claim) {
        return new Refusals(claim.dialect()).unknownKey(claim.accessKeyId());
    }

    public static AwsException wrongToken(Claim claim) {
        return new Refusals(claim.dialect()).wrongToken();
    }

    public static AwsException expiredToken(Claim claim) {
        return new Refusals(claim.dialect()).expiredToken();
    }

    /// Refuses a signature that was not made with this secret.
    ///
    /// @param payloadHash the last line of what was signed
    /// @return what the chunks of a body are checked with
    public ChunkSigner verify(RequestHead head, Claim claim, String secret, String payloadHash) {
        byte[] key = keys.key(claim.accessKeyId(), secret, claim.scope());
        String canonical = CanonicalRequest.of(head, claim, payloadHash, Signed.AS_SENT);
        if (!matches(claim, key, canonical) && !matchesOtherwise(head, claim, key, payloadHash)) {
            throw new Refusals(claim.dialect())
                    .mismatch(claim, stringToSign(claim, canonical), utf8(canonical));
        }
        keys.keep(claim.accessKeyId(), secret, claim.scope(), key);
        return new ChunkSigner(key, claim.time(), claim.scope(), claim.signature());
    }

    private static boolean matchesOtherwise(
            RequestHead head, Claim claim, byte[] key, String payloadHash) {
        boolean beyondAscii =
                claim.signedHeaders().stream()
                        .flatMap(name -> head.header(name).stream())
                        .anyMatch(value -> value.chars().anyMatch(c -> c > 127));
        boolean slash =
                claim.dialect() == Dialect.S3
                        && head.path().toUpperCase(Locale.ROOT).contains("%2F");
        return (beyondAscii && matches(head, claim, key, payloadHash, Signed.VALUES_IN_UTF8))
                || (slash && matches(head, claim, key, payloadHash, Signed.PLAIN_SLASHES));
    }

    private static boolean matches(
            RequestHead head, Claim claim, byte[] key, String payloadHash, Signed signed) {
        return matches(claim, key, CanonicalRequest.of(head, claim, payloadHash, signed));
    }

    private static boolean matches(Claim claim, byte[] key, String canonical) {
        String right = Digests.hex(Digests.hmac(key, stringToSign(claim, canonical)));
        return Digests.same(right, claim.signature());
    }

    private static String stringToSign(Claim claim, String canonical) {
        return ALGORITHM
                + claim.time()
                + "\n"
                + claim.scope()
                + "\n"
                + Digests.sha256Hex(CanonicalRequest.bytes(canonical));
    }

    private static String utf8(String canonical) {
        return new String(CanonicalRequest.bytes(canonical), StandardCharsets.UTF_8);
    }

    private void checkTime(Claim claim, Refusals refusals) {
        Instant now = clock.instant();
        String server = time(now);
        boolean early = claim.signedAt().isAfter(now.plus(MOST_SKEW));
        Integer life = claim.lifeSeconds();
        if (life != null) {
            Instant end = claim.signedAt().plusSeconds(life);
            if (early) {
                throw refusals.addressTooEarly();
            }
            if (now.isAfter(end)) {
                throw refusals.addressExpired(life.toString(), end.toString(), now.toString());
            }
        } else if (early || claim.signedAt().isBefore(now.minus(MOST_SKEW))) {
            throw refusals.skewed(claim.time(), server, !early);
        }
    }

    private static void checkCover(RequestHead head, Claim claim, Refusals refusals) {
        List<String> uncovered =
                head.headers().names().stream()
                        .filter(name -> name.equals("host") || name.startsWith("x-amz-"))
                        .filter(name -> !claim.signedHeaders().contains(name))
                        .toList();
        if (!uncovered.isEmpty()) {
            throw refusals.unsigned(uncovered);
        }
        if (!claim.signedHeaders().contains("host")) {
            throw refusals.unsigned(List.of("host"));
        }
    }

    private static String time(Instant instant) {
        return ClaimReader.TIME.format(instant.atZone(ZoneOffset.UTC));
    }
}
