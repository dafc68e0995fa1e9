package dev.moka.hub.console.view;

import org.jspecify.annotations.Nullable;

/// A kernel that runs on an instance: its notebook, what it does, and what it uses.
public record KernelRow(
        String notebook, String name, Status status, @Nullable Gauge memory, String since) {}
