package dev.moka.hub.console.view;

import org.jspecify.annotations.Nullable;

/// A figure that an administrator watches.
public record Tile(String title, String figure, @Nullable Gauge gauge, String below) {}
