package dev.moka.hub.metering;

import java.time.Instant;

/// What a step of a lifecycle does to the meter; stored in the transaction that stores the step.
public sealed interface UsageChange {

    record Begin(UsageRecord usage) implements UsageChange {}

    record End(String instanceId, Instant at) implements UsageChange {}
}
