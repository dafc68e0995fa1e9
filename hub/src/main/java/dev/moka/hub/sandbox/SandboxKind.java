package dev.moka.hub.sandbox;

/// How far a workload can be kept apart on this machine.
enum SandboxKind {
    /// Its own user, mounts, processes and, if wanted, no network: `setpriv` and `bwrap`.
    OWN_USER,
    /// The same but for the user, who is the hub's: `bwrap` alone.
    NAMESPACES,
    /// A process like any other, in its folder.
    PLAIN;

    boolean isolated() {
        return this != PLAIN;
    }
}
