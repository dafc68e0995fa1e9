package dev.moka.hub.runtime;

import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.ProtocolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// Resident memory of kernel processes, as the system tells it.
final class KernelMemory {
    private static final long PAGE = 4096;

    private KernelMemory() {}

    /// The memory of the process that a kernel's `kernel.json` names; empty when it is gone or the
    /// system does not say.
    static OptionalLong of(Path kernelFolder) {
        try {
            long pid =
                    Json.parseObject(Files.readAllBytes(kernelFolder.resolve("kernel.json")))
                            .path("pid")
                            .asLong();
            String[] pages =
                    Files.readString(Path.of("/proc/%d/statm".formatted(pid))).split(" ", -1);
            return OptionalLong.of(Long.parseLong(pages[1]) * PAGE);
        } catch (IOException | ProtocolException e) {
            return OptionalLong.empty();
        }
    }
}
