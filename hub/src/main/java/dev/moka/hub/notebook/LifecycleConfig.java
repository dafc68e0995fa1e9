package dev.moka.hub.notebook;

import dev.moka.hub.identity.UserName;
import java.time.Instant;

/// Shell scripts that prepare a notebook instance: once when it is made, and at every start.
///
/// @param onCreate the script, empty for none
/// @param onStart the script, empty for none
/// @param shared whether every user may choose it; only administrators share
public record LifecycleConfig(
        UserName owner,
        String name,
        String onCreate,
        String onStart,
        boolean shared,
        Instant createdAt,
        Instant changedAt) {

    /// A new one.
    public LifecycleConfig(
            UserName owner,
            String name,
            String onCreate,
            String onStart,
            boolean shared,
            Instant createdAt) {
        this(owner, name, onCreate, onStart, shared, createdAt, createdAt);
    }

    public String script(Hook hook) {
        return switch (hook) {
            case ON_CREATE -> onCreate;
            case ON_START -> onStart;
        };
    }

    /// Whether a script has Windows line ends; they are taken out when it runs.
    public boolean hasWindowsLineEnds() {
        return onCreate.contains("\r\n") || onStart.contains("\r\n");
    }
}
