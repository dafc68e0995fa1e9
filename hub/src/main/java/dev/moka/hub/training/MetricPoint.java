package dev.moka.hub.training;

import java.time.Instant;

/// A value of a metric that a job printed.
///
/// @param position of the line in all that the job printed; with the name it tells points apart
public record MetricPoint(String name, long position, Instant at, double value) {}
