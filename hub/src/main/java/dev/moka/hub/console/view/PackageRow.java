package dev.moka.hub.console.view;

/// A resolved library: its coordinate, its size, and whether it was asked for or came with another.
public record PackageRow(
        String group, String artifact, String version, String size, boolean asked) {}
