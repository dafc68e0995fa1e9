package dev.moka.protocol.zmq;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The HMAC-SHA256 over a message's four JSON parts, in hexadecimal. An empty key signs nothing and
/// accepts everything, as Jupyter defines it. Not thread-safe: one for each channel.
public final class Signer {
    private static final String ALGORITHM = "HmacSHA256";

    private final boolean signs;
    private final Mac mac;

    /// @param key the connection file's key
    public Signer(String key) {
        signs = !key.isEmpty();
        // SecretKeySpec refuses an empty key; the dummy is never used to sign.
        byte[] secret = (signs ? key : "unused").getBytes(StandardCharsets.UTF_8);
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no " + ALGORITHM, e);
        }
    }

    /// The signature of these parts, in ASCII.
    public byte[] sign(List<byte[]> parts) {
        if (!signs) {
            return new byte[0];
        }
        for (byte[] part : parts) {
            mac.update(part);
        }
        return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
    }

    /// Whether this is the signature of these parts, in a time that does not depend on where they
    /// differ.
    public boolean accepts(byte[] signature, List<byte[]> parts) {
        return !signs || MessageDigest.isEqual(signature, sign(parts));
    }

    /// Whether there is a key at all.
    public boolean signs() {
        return signs;
    }
}
