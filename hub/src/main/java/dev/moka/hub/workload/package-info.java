/// Workloads: programs that run apart from the hub, within limits, and outlive it.
@NullMarked
package dev.moka.hub.workload;

import org.jspecify.annotations.NullMarked;
