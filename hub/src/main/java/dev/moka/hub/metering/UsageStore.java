package dev.moka.hub.metering;

import java.time.Instant;
import java.util.List;

/// Keeps usage records; changes to them come in with the instance's own.
public interface UsageStore {

    List<UsageRecord> ofInstance(String instanceId);

    /// The records of an owner that touch the time between.
    List<UsageRecord> ofOwner(String owner, Instant from, Instant to);
}
