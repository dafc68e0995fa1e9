package dev.moka.hub.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// Makes the ids and secrets of credentials in AWS's forms.
final class KeyMaterial {
    private static final String ID_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int ID_LENGTH = 16;
    private static final int UNIQUE_ID_LENGTH = 17;
    private static final int SECRET_BYTES = 30;

    private final SecureRandom random;

    KeyMaterial(SecureRandom random) {
        this.random = random;
    }

    /// `AKIA` or `ASIA` and 16 letters and digits.
    String id(String prefix) {
        byte[] bytes = new byte[ID_LENGTH];
        random.nextBytes(bytes);
        return letters(prefix, bytes, ID_LENGTH);
    }

    /// 40 characters.
    String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// The unique id of a user (`AIDA`) or role (`AROA`): the same for the same name for ever.
    static String uniqueId(String prefix, AccountId account, String name) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest((account + "/" + name).getBytes(StandardCharsets.UTF_8));
            return letters(prefix, hash, UNIQUE_ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String letters(String prefix, byte[] bytes, int length) {
        StringBuilder id = new StringBuilder(prefix);
        for (int i = 0; i < length; i++) {
            id.append(ID_LETTERS.charAt(bytes[i] & 31));
        }
        return id.toString();
    }
}
