package dev.moka.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.hub.sandbox.ControlGroups.Limit;
import dev.moka.hub.workload.WorkloadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Control groups of both versions on folders that look like them.
class ControlGroupsTest {
    private static final WorkloadLimits LIMITS = new WorkloadLimits(2, 512, 100, 1000);

    @TempDir Path folder;

    @Test
    void findsTheGroupsOfVersionTwoAndAsksForWhatTheyLack() throws Exception {
        Path own = Files.createDirectories(folder.resolve("user.slice/hub"));
        Files.writeString(own.resolve("cgroup.controllers"), "cpuset cpu io memory pids\n");
        Files.writeString(own.resolve("cgroup.subtree_control"), "memory pids\n");

        ControlGroups groups =
                new GroupProbe(
                                List.of(mount("/", "cgroup2 cgroup rw")),
                                List.of("0::/user.slice/hub"),
                                "probe")
                        .groups();

        assertThat(groups.limits()).containsExactlyInAnyOrder(Limit.values());
        assertThat(own.resolve("cgroup.subtree_control")).hasContent("+cpu");
        List<Path> joins = groups.make("job", LIMITS);
        Path group = own.resolve("job");
        assertThat(joins).containsExactly(group.resolve("cgroup.procs"));
        assertThat(group.resolve("memory.max")).hasContent("536870912");
        assertThat(group.resolve("cpu.max")).hasContent("200000 100000");
        assertThat(group.resolve("pids.max")).hasContent("100");
        Files.writeString(group.resolve("memory.events"), "oom 3\noom_kill 2\noom_group_kill 0\n");
        assertThat(groups.oomKills("job")).isEqualTo(2);
    }

    @Test
    void readsTheMountOfAContainerFromItsRoot() throws Exception {
        Files.createDirectories(folder.resolve("hub"));
        ControlGroups groups =
                new GroupProbe(
                                List.of(mount("/docker/abc", "cgroup cgroup rw,memory")),
                                List.of("5:memory:/docker/abc/hub", "0::/"),
                                "probe")
                        .groups();

        assertThat(groups.limits()).isEqualTo(Set.of(Limit.MEMORY));
        assertThat(groups.make("job", LIMITS))
                .containsExactly(folder.resolve("hub/job/cgroup.procs"));
        assertThat(folder.resolve("hub/job/memory.limit_in_bytes")).hasContent("536870912");
    }

    @Test
    void makesDoWithoutGroups() throws IOException {
        ControlGroups groups = new GroupProbe(List.of(), List.of(), "probe").groups();

        assertThat(groups.limits()).isEmpty();
        assertThat(groups.make("job", LIMITS)).isEmpty();
    }

    private String mount(String root, String kind) {
        return "35 31 0:32 %s %s rw,relatime - %s".formatted(root, folder, kind);
    }
}
