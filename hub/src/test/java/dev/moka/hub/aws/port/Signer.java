package dev.moka.hub.aws.port;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs raw requests by AWS's description, independently of the hub's own code.
final class Signer {
    final String keyId;
    final String time;
    private final byte[] key;
    private final String scope;

    Signer(String keyId, String secret, String time, String region, String service) {
        this.keyId = keyId;
        this.time = time;
        String day = time.substring(0, 8);
        this.scope = day + "/" + region + "/" + service + "/aws4_request";
        byte[] dated = hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), day);
        this.key = hmac(hmac(hmac(dated, region), service), "aws4_request");
    }

    /// The `Authorization` header over these headers, whose names are in lower case.
    String authorization(
            String method, String path, String query, Map<String, String> headers, String hash) {
        return "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                .formatted(
                        keyId,
                        scope,
                        String.join(";", new TreeMap<>(headers).keySet()),
                        signature(method, path, query, headers, hash));
    }

    String signature(
            String method, String path, String query, Map<String, String> headers, String hash) {
        StringBuilder canonical = new StringBuilder();
        canonical.append(method).append('\n').append(path).append('\n').append(query).append('\n');
        new TreeMap<>(headers)
                .forEach((name, value) ->
                        canonical.append(name).append(':').append(value).append('\n'));
        canonical.append('\n').append(String.join(";", new TreeMap<>(headers).keySet()));
        canonical.append('\n').append(hash);
        return sign("AWS4-HMAC-SHA256", sha256(canonical.toString()));
    }

    String scope() {
        return scope;
    }

    String chunk(String previous, String content) {
        return sign(
                "AWS4-HMAC-SHA256-PAYLOAD", previous + "\n" + sha256("") + "\n" + sha256(content));
    }

    String trailer(String previous, String lines) {
        return sign("AWS4-HMAC-SHA256-TRAILER", previous + "\n" + sha256(lines));
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String sign(String algorithm, String rest) {
        return HexFormat.of()
                .formatHex(hmac(key, algorithm + "\n" + time + "\n" + scope + "\n" + rest));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
