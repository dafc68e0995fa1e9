package dev.moka.hub.logs;

/// One line of a log.
///
/// @param timestamp when it happened, in milliseconds since 1970
/// @param ingestedAt when it was stored
public record LogEvent(long timestamp, long ingestedAt, String message) {}
