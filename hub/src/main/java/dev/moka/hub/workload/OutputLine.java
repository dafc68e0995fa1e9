package dev.moka.hub.workload;

import java.time.Instant;

/// A line that a workload printed.
///
/// @param position where it begins in all that the workload printed; the same line has the same
///   position when it is told again after a restart of the hub
/// @param at when the hub read it
public record OutputLine(long position, Instant at, String text) {}
