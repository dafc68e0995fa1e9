package dev.moka.hub.sandbox;

import dev.moka.hub.workload.WorkloadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Groups of version 1: a tree for each kind of limit.
final class ControlGroupsV1 implements ControlGroups {
    private static final long MIB = 1024 * 1024;
    private static final int PERIOD_MICROS = 100_000;

    private final Map<Limit, Path> parents;

    /// @param parents the groups below which ours are made
    ControlGroupsV1(Map<Limit, Path> parents) {
        this.parents = new EnumMap<>(parents);
    }

    @Override
    public Set<Limit> limits() {
        return parents.keySet();
    }

    @Override
    public List<Path> make(String name, WorkloadLimits limits) throws IOException {
        remove(name);
        List<Path> joins = new ArrayList<>();
        for (Map.Entry<Limit, Path> parent : parents.entrySet()) {
            Path group = parent.getValue().resolve(name);
            Files.createDirectories(group);
            switch (parent.getKey()) {
                case MEMORY -> limitMemory(group, limits.memoryMib() * MIB);
                case CPU -> {
                    GroupFiles.write(
                            group.resolve("cpu.cfs_period_us"), Integer.toString(PERIOD_MICROS));
                    GroupFiles.write(
                            group.resolve("cpu.cfs_quota_us"),
                            Long.toString((long) PERIOD_MICROS * limits.cpus()));
                }
                case PROCESSES ->
                        GroupFiles.write(
                                group.resolve("pids.max"), Integer.toString(limits.processes()));
            }
            joins.add(group.resolve("cgroup.procs"));
        }
        return joins;
    }

    @Override
    public long oomKills(String name) {
        Path parent = parents.get(Limit.MEMORY);
        return parent == null
                ? 0
                : GroupFiles.number(parent.resolve(name).resolve("memory.oom_control"), "oom_kill")
                        .orElse(0L);
    }

    @Override
    public List<Long> processes(String name) {
        return parents.values().stream()
                .flatMap(parent ->
                        GroupFiles.lines(parent.resolve(name).resolve("cgroup.procs")).stream())
                .map(Long::parseLong)
                .distinct()
                .toList();
    }

    @Override
    public boolean remove(String name) {
        boolean gone = true;
        for (Path parent : parents.values()) {
            gone &= GroupFiles.remove(parent.resolve(name));
        }
        return gone;
    }

    private static void limitMemory(Path group, long bytes) throws IOException {
        GroupFiles.write(group.resolve("memory.limit_in_bytes"), Long.toString(bytes));
        Path withSwap = group.resolve("memory.memsw.limit_in_bytes");
        if (Files.exists(withSwap)) {
            GroupFiles.write(withSwap, Long.toString(bytes));
        }
    }
}
