package dev.moka.hub.console;

import dev.moka.hub.account.AccessKeys;
import dev.moka.hub.account.Accounts;
import dev.moka.hub.account.Teams;
import java.util.function.UnaryOperator;

/// What the pages show about AWS clients.
///
/// @param endpoint where AWS clients connect that reach the hub under this host name
public record AwsAccess(
        Accounts accounts,
        AccessKeys keys,
        Teams teams,
        String region,
        UnaryOperator<String> endpoint) {}
