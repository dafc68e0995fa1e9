package dev.moka.hub.notebook;

import dev.moka.hub.catalog.InstanceType;
import dev.moka.hub.host.Allotment;
import dev.moka.hub.metering.Spend;

/// A notebook instance with what is known about it from elsewhere, for a page or a status item.
///
/// @param memoryBytesUsed resident memory of its kernels and terminals, 0 when none runs
/// @param kernels how many kernels run
public record InstanceDetails(
        NotebookInstance instance,
        InstanceType type,
        Allotment allotment,
        Spend spend,
        long memoryBytesUsed,
        int kernels) {}
