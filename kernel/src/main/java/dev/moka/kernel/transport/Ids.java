package dev.moka.kernel.transport;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Makes names for sessions and processes, which must be unique but need not be secret.
/// `UUID.randomUUID()` would start a secure random generator, for which the first cell would wait.
public final class Ids {
    private Ids() {}

    /// A new name.
    public static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
