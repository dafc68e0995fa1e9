/// Kernels: how they are started, spoken to, watched, shared between clients and found again.
///
/// A kernel is a process of its own that outlives this one. What it says goes over its {@link
/// dev.moka.lab.kernels.LinkClient} into its log (`lab.journal`), from where each client reads at
/// its own pace.
@NullMarked
package dev.moka.lab.kernels;

import org.jspecify.annotations.NullMarked;
