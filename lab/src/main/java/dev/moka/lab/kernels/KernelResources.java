package dev.moka.lab.kernels;

import java.util.List;

/// What a kernel may use of the machine.
///
/// @param vcpus how many processors it sees
/// @param memoryBytes the memory of its instance type
public record KernelResources(int vcpus, long memoryBytes) {
    private static final long MIB = 1L << 20;
    private static final long LEAST = 256 * MIB;

    /// Two processors and 4 GiB, as the instance type `ml.t3.medium`.
    public static final KernelResources DEFAULT = new KernelResources(2, 4096 * MIB);

    public KernelResources {
        if (vcpus < 1) {
            throw new IllegalArgumentException("%d vCPUs; at least 1".formatted(vcpus));
        }
        if (memoryBytes < LEAST) {
            throw new IllegalArgumentException(
                    "%d bytes of memory; at least %d MiB".formatted(memoryBytes, LEAST / MIB));
        }
    }

    /// The heap: four fifths of the memory, for the JVM needs some for itself.
    public long heapMebibytes() {
        return memoryBytes / MIB * 4 / 5;
    }

    /// The memory in words, for example `4 GiB`.
    public String memoryInWords() {
        long mebibytes = memoryBytes / MIB;
        return mebibytes % 1024 == 0 ? mebibytes / 1024 + " GiB" : mebibytes + " MiB";
    }

    /// The JVM's flags for these resources.
    List<String> flags() {
        return List.of("-Xmx" + heapMebibytes() + "m", "-XX:ActiveProcessorCount=" + vcpus);
    }
}
