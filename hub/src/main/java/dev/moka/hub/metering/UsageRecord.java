package dev.moka.hub.metering;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One stretch of time in which an instance was billed at one price.
///
/// @param usdPerHour the price when the stretch began, absent when the type has no known price
/// @param until the end, absent while it still runs
public record UsageRecord(
        String instanceId,
        String owner,
        String instanceName,
        String instanceType,
        @Nullable BigDecimal usdPerHour,
        Instant since,
        @Nullable Instant until) {

    public Duration length(Instant now) {
        return Duration.between(since, until == null ? now : until);
    }
}
