package dev.moka.lab.assets;

import java.nio.file.Path;

/// One file that a browser loads.
///
/// @param path where it lies
/// @param size its bytes
/// @param tag its ETag, in quotes
/// @param type its media type
/// @param immutable whether its name says its content, so that it can be kept for ever
public record Asset(Path path, long size, String tag, String type, boolean immutable) {}
