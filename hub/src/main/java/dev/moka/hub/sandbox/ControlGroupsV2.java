package dev.moka.hub.sandbox;

import dev.moka.hub.workload.WorkloadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Groups of version 2: one tree for all limits.
final class ControlGroupsV2 implements ControlGroups {
    private static final long MIB = 1024 * 1024;
    private static final int PERIOD_MICROS = 100_000;

    private final Path parent;
    private final Set<Limit> limits;

    /// @param parent the group below which ours are made
    ControlGroupsV2(Path parent, Set<Limit> limits) {
        this.parent = parent;
        this.limits = EnumSet.copyOf(limits);
    }

    static String controller(Limit limit) {
        return switch (limit) {
            case MEMORY -> "memory";
            case CPU -> "cpu";
            case PROCESSES -> "pids";
        };
    }

    @Override
    public Set<Limit> limits() {
        return limits;
    }

    @Override
    public List<Path> make(String name, WorkloadLimits wanted) throws IOException {
        remove(name);
        Path group = parent.resolve(name);
        Files.createDirectories(group);
        for (Limit limit : limits) {
            switch (limit) {
                case MEMORY -> {
                    GroupFiles.write(
                            group.resolve("memory.max"), Long.toString(wanted.memoryMib() * MIB));
                    if (Files.exists(group.resolve("memory.swap.max"))) {
                        GroupFiles.write(group.resolve("memory.swap.max"), "0");
                    }
                }
                case CPU ->
                        GroupFiles.write(
                                group.resolve("cpu.max"),
                                "%d %d"
                                        .formatted(
                                                (long) PERIOD_MICROS * wanted.cpus(),
                                                PERIOD_MICROS));
                case PROCESSES ->
                        GroupFiles.write(
                                group.resolve("pids.max"), Integer.toString(wanted.processes()));
            }
        }
        return List.of(group.resolve("cgroup.procs"));
    }

    @Override
    public long oomKills(String name) {
        return GroupFiles.number(parent.resolve(name).resolve("memory.events"), "oom_kill")
                .orElse(0L);
    }

    @Override
    public List<Long> processes(String name) {
        return GroupFiles.lines(parent.resolve(name).resolve("cgroup.procs")).stream()
                .map(Long::parseLong)
                .toList();
    }

    @Override
    public boolean remove(String name) {
        return GroupFiles.remove(parent.resolve(name));
    }
}
