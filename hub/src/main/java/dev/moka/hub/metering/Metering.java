package dev.moka.hub.metering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns billed seconds into dollars. An instance is billed per second from InService until it is
/// asked to stop.
public final class Metering {
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    private static final int SCALE = 8;

    private final UsageStore store;
    private final Clock clock;

    public Metering(UsageStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// What an instance has cost since it was made.
    public Spend ofInstance(String instanceId) {
        return sum(store.ofInstance(instanceId), Instant.EPOCH, clock.instant());
    }

    /// What an instance cost between two moments.
    public Spend ofInstance(String instanceId, Instant from, Instant to) {
        return sum(store.ofInstance(instanceId), from, to);
    }

    /// What an owner's instances, the deleted ones too, cost between two moments.
    public Spend ofOwner(String owner, Instant from, Instant to) {
        Instant end = to.isBefore(clock.instant()) ? to : clock.instant();
        return sum(store.ofOwner(owner, from, end), from, end);
    }

    private static Spend sum(List<UsageRecord> records, Instant from, Instant to) {
        Duration time = Duration.ZERO;
        BigDecimal usd = BigDecimal.ZERO;
        boolean priceKnown = true;
        for (UsageRecord usage : records) {
            Duration length = overlap(usage, from, to);
            time = time.plus(length);
            usd = usd.add(price(length, usage.usdPerHour()));
            priceKnown &= usage.usdPerHour() != null;
        }
        return new Spend(time, usd, priceKnown);
    }

    private static Duration overlap(UsageRecord usage, Instant from, Instant to) {
        Instant begin = usage.since().isAfter(from) ? usage.since() : from;
        Instant until = usage.until();
        Instant end = until == null || until.isAfter(to) ? to : until;
        return end.isAfter(begin) ? Duration.between(begin, end) : Duration.ZERO;
    }

    private static BigDecimal price(Duration length, @Nullable BigDecimal usdPerHour) {
        if (usdPerHour == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal seconds = BigDecimal.valueOf(length.toMillis(), 3);
        return usdPerHour.multiply(seconds).divide(SECONDS_PER_HOUR, SCALE, RoundingMode.HALF_UP);
    }
}
