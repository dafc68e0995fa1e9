package dev.moka.hub.aws.signature;

import dev.moka.hub.aws.RequestHead;
import dev.moka.hub.aws.RequestHead.Headers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Prints how long the check of a signature takes: `java -cp … SignatureSpeed`.
public final class SignatureSpeed {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final int ROUNDS = 20_000;

    private SignatureSpeed() {}

    public static void main(String[] words) {
        Map<String, String> headers =
                Map.of(
                        "host", "127.0.0.1:8889",
                        "x-amz-date", "20260301T120000Z",
                        "x-amz-content-sha256", "UNSIGNED-PAYLOAD",
                        "content-type", "application/octet-stream",
                        "authorization", authorization("0".repeat(64)));
        SignatureVerifier verifier =
                new SignatureVerifier("us-east-1", Clock.fixed(NOW, ZoneOffset.UTC));
        Map<String, String> signed = new HashMap<>(headers);
        signed.put("authorization", authorization(right(head(headers))));
        for (int i = 0; i < 5; i++) {
            System.out.printf("%.1f µs a check%n", micros(verifier, head(signed)));
        }
    }

    private static double micros(SignatureVerifier verifier, RequestHead head) {
        long began = System.nanoTime();
        for (int i = 0; i < ROUNDS; i++) {
            Claim claim = ClaimReader.read(head).orElseThrow();
            verifier.checkClaim(head, claim);
            verifier.verify(head, claim, "secret", "UNSIGNED-PAYLOAD");
        }
        return (System.nanoTime() - began) / 1000.0 / ROUNDS;
    }

    private static String right(RequestHead head) {
        Claim claim = ClaimReader.read(head).orElseThrow();
        byte[] key = new SigningKeys().key(claim.accessKeyId(), "secret", claim.scope());
        String canonical =
                CanonicalRequest.of(
                        head, claim, "UNSIGNED-PAYLOAD", CanonicalRequest.Signed.AS_SENT);
        return Digests.hex(
                Digests.hmac(
                        key,
                        "AWS4-HMAC-SHA256\n%s\n%s\n%s"
                                .formatted(
                                        claim.time(),
                                        claim.scope(),
                                        Digests.sha256Hex(CanonicalRequest.bytes(canonical)))));
    }

    private static String authorization(String signature) {
        return "AWS4-HMAC-SHA256"
                + " Credential=AKIAABCDEFGHIJKLMNOP/20260301/us-east-1/s3/aws4_request,"
                + " SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date, Signature="
                + signature;
    }

    private static RequestHead head(Map<String, String> headers) {
        return new RequestHead(
                "id",
                "PUT",
                "127.0.0.1",
                "/bucket/some/key%20of/a%20usual/length.csv",
                List.of(),
                new Headers() {
                    @Override
                    public Optional<String> value(String name) {
                        return Optional.ofNullable(headers.get(name));
                    }

                    @Override
                    public List<String> names() {
                        return List.copyOf(headers.keySet());
                    }
                });
    }
}
