package dev.moka.hub.runtime;

import com.sun.management.OperatingSystemMXBean;
import dev.moka.hub.host.Host;
import dev.moka.hub.host.HostReading;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The machine that this process runs on, within the limits of its container if it is in one.
public final class LocalHost implements Host {
    private final Path disk;

    /// @param disk a folder on the disk to report
    public LocalHost(Path disk) {
        this.disk = disk;
    }

    @Override
    public HostReading read() {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long total = system.getTotalMemorySize();
        long available = Math.min(total, available().orElseGet(system::getFreeMemorySize));
        return new HostReading(
                Runtime.getRuntime().availableProcessors(),
                total,
                available,
                system.getSystemLoadAverage(),
                disk.toFile().getTotalSpace(),
                disk.toFile().getUsableSpace());
    }

    /// What the machine is called; asking the network would take long where there is none.
    public static String name() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return "this machine";
        }
    }

    /// Free memory and caches that the kernel would give back; Java only tells the former.
    private static Optional<Long> available() {
        try {
            return Files.readAllLines(Path.of("/proc/meminfo")).stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
