package dev.moka.hub.logs;

import dev.moka.hub.account.AccountId;
import java.time.Instant;

/// A sequence of log events from one source.
///
/// @param id names its events for ever, also when another stream gets its name later
public record LogStream(
        String id, AccountId account, String group, String name, Instant createdAt) {}
