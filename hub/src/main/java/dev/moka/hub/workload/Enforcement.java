package dev.moka.hub.workload;

import java.util.List;

/// Which bounds of workloads this machine enforces, in sentences for people.
///
/// @param enforced what holds
/// @param missing what does not hold, and why
public record Enforcement(List<String> enforced, List<String> missing) {

    public Enforcement {
        enforced = List.copyOf(enforced);
        missing = List.copyOf(missing);
    }
}
