package dev.moka.lab.kernels;

import org.jspecify.annotations.Nullable;

/// Who is told what is done with kernels.
@FunctionalInterface
public interface KernelEvents {
    /// Something was done.
    ///
    /// @param action `start`, `interrupt`, `restart` or `shutdown`
    /// @param kernelId the kernel, or an empty string when there is none because starting failed
    /// @param failure why it did not work; null when it did
    void happened(String action, String kernelId, String kernelName, @Nullable String failure);
}
