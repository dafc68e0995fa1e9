package dev.moka.hub.workload;

/// Whether a workload may speak to others over a network.
public enum NetworkAccess {
    OPEN,
    NONE
}
