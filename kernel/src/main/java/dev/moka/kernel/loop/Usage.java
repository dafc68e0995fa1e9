package dev.moka.kernel.loop;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/// What the kernel's process and its machine use, in the form that ipykernel gave to `usage_reply`.
final class Usage {
    private static final double PERCENT = 100;
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";
    private static final long KILOBYTE = 1024;

    private Usage() {}

    static ObjectNode measure() {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        int processors = Runtime.getRuntime().availableProcessors();
        long total = system.getTotalMemorySize();
        long free = system.getFreeMemorySize();
        ObjectNode reply = Replies.ok();
        reply.put("hostname", hostname());
        reply.put("pid", ProcessHandle.current().pid());
        reply.put("kernel_cpu", percent(system.getProcessCpuLoad() * processors));
        reply.put("kernel_memory", residentBytes());
        reply.put("cpu_count", processors);
        reply.put("host_cpu_percent", percent(system.getCpuLoad()));
        ObjectNode memory = reply.putObject("host_virtual_memory");
        memory.put("total", total);
        memory.put("available", free);
        memory.put("free", free);
        memory.put("used", total - free);
        memory.put("percent", percent((double) (total - free) / total));
        return reply;
    }

    private static double percent(double share) {
        // The first measurement has nothing to compare with and is negative or not a number.
        return share > 0 ? Math.round(share * PERCENT * 10) / 10.0 : 0;
    }

    private static long residentBytes() {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith(RESIDENT)) {
                    String digits = line.replaceAll("\\D", "");
                    return Long.parseLong(digits) * KILOBYTE;
                }
            }
        } catch (IOException e) {
            return committedBytes();
        }
        return committedBytes();
    }

    private static long committedBytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        return memory.getHeapMemoryUsage().getCommitted()
                + memory.getNonHeapMemoryUsage().getCommitted();
    }

    private static String hostname() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "localhost";
        }
    }
}
