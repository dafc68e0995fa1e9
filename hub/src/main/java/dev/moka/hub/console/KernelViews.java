package dev.moka.hub.console;

import dev.moka.hub.console.view.KernelRow;
import dev.moka.hub.notebook.InstanceDetails;
import java.util.List;

/// The kernels of an instance, put into words.
interface KernelViews {

    List<KernelRow> of(InstanceDetails details, Moments moments);
}
