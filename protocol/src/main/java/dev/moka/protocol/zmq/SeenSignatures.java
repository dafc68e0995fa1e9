package dev.moka.protocol.zmq;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// The signatures of the messages that came last, by which a replayed message is known. Not
/// thread-safe.
public final class SeenSignatures {
    /// How many are remembered; the number that Jupyter's own client remembers.
    public static final int LIMIT = 65_536;

    private static final int DIGITS = 15;
    private static final int HEXADECIMAL = 16;

    private final Set<Long> seen = new HashSet<>();
    private final Deque<Long> order = new ArrayDeque<>();

    /// Remembers a valid signature.
    ///
    /// @return false when it has been seen before
    public boolean add(byte[] signature) {
        // 60 bits of an HMAC: a new message meets one of 65,536 by accident once in 2^44.
        int digits = Math.min(DIGITS, signature.length);
        String text = new String(signature, 0, digits, StandardCharsets.US_ASCII);
        Long shortened = Long.valueOf(Long.parseLong(text, HEXADECIMAL));
        if (!seen.add(shortened)) {
            return false;
        }
        order.addLast(shortened);
        if (order.size() > LIMIT) {
            seen.remove(order.removeFirst());
        }
        return true;
    }
}
