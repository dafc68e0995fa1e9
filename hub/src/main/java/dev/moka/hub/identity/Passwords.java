package dev.moka.hub.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.moka.hub.errors.ValidationException;
import java.util.concurrent.Semaphore;

/// Hashes and checks passwords with Argon2id.
///
/// Each computation takes 7 MiB and makes up for it by five rounds, which OWASP holds to be as
/// strong as 19 MiB and two; only two run at a time.
public final class Passwords {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 256;
    private static final Argon2Function ARGON2ID =
            Argon2Function.getInstance(7_168, 5, 1, 32, Argon2.ID);

    private final Semaphore turns = new Semaphore(2);

    /// Refuses what is too short, too long, or the user's own name.
    public void requireAcceptable(UserName user, String password) {
        if (password.length() < SHORTEST) {
            throw new ValidationException(
                    "The password has %d characters; choose one with at least %d"
                            .formatted(password.length(), SHORTEST));
        }
        if (password.length() > LONGEST) {
            throw new ValidationException(
                    "The password has %d characters; at most %d can be used"
                            .formatted(password.length(), LONGEST));
        }
        if (password.equalsIgnoreCase(user.value()) || password.chars().distinct().count() < 4) {
            throw new ValidationException("The password is too easy to guess; choose another one");
        }
    }

    public String hash(String password) {
        turns.acquireUninterruptibly();
        try {
            return Password.hash(password).addRandomSalt(16).with(ARGON2ID).getResult();
        } finally {
            turns.release();
        }
    }

    public boolean matches(String password, String hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        turns.acquireUninterruptibly();
        try {
            return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
        } finally {
            turns.release();
        }
    }
}
