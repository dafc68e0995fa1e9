package dev.moka.hub.identity;

import dev.moka.hub.errors.TooManyRequestsException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// Counts wrong passwords by user and by address, and makes whoever has too many wait.
///
/// The narrow limit is on a user at an address, so that a stranger elsewhere can't easily lock a
/// user out.
final class SignInLimits {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int MOST_KEYS = 10_000;

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Deque<Instant>> failures =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
                    return size() > MOST_KEYS;
                }
            };

    SignInLimits(Clock clock) {
        this.clock = clock;
    }

    /// Refuses an attempt when there were too many wrong ones.
    void require(String user, Visitor visitor) {
        lock.lock();
        try {
            check("both " + user + " " + visitor.address(), 5, "for '%s'".formatted(user));
            check("address " + visitor.address(), 30, "from your address");
            check("user " + user, 60, "for '%s'".formatted(user));
        } finally {
            lock.unlock();
        }
    }

    void failed(String user, Visitor visitor) {
        lock.lock();
        try {
            count("both " + user + " " + visitor.address());
            count("address " + visitor.address());
            count("user " + user);
        } finally {
            lock.unlock();
        }
    }

    void succeeded(String user, Visitor visitor) {
        lock.lock();
        try {
            failures.remove("both " + user + " " + visitor.address());
        } finally {
            lock.unlock();
        }
    }

    private void count(String key) {
        Deque<Instant> times = failures.computeIfAbsent(key, _ -> new ArrayDeque<>());
        times.addLast(clock.instant());
        if (times.size() > 100) {
            times.removeFirst();
        }
    }

    private void check(String key, int most, String whose) {
        Deque<Instant> times = failures.getOrDefault(key, new ArrayDeque<>());
        Instant since = clock.instant().minus(WINDOW);
        while (!times.isEmpty() && times.getFirst().isBefore(since)) {
            times.removeFirst();
        }
        if (times.size() >= most) {
            Duration wait = Duration.between(since, times.getFirst()).plusSeconds(1);
            throw new TooManyRequestsException(
                    "Too many wrong passwords %s; try again in %d seconds"
                            .formatted(whose, wait.toSeconds()),
                    wait);
        }
    }
}
