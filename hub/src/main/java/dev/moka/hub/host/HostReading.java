package dev.moka.hub.host;

/// What the machine reports at one moment.
///
/// @param loadAverage processes that run or wait to, over the last minute; negative where the
///   system does not say
/// @param diskBytesFree free space on the disk of the hub's home
public record HostReading(
        int cpus,
        long memoryBytes,
        long memoryBytesAvailable,
        double loadAverage,
        long diskBytes,
        long diskBytesFree) {}
