package dev.moka.hub.logs;

import dev.moka.hub.account.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A named set of log streams of an account.
///
/// @param retentionDays how long events are to be kept, absent for ever; kept, not acted on
public record LogGroup(
        AccountId account, String name, @Nullable Integer retentionDays, Instant createdAt) {}
