package dev.moka.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.hub.workload.NetworkAccess;
import dev.moka.hub.workload.WorkloadLimits;
import dev.moka.hub.workload.WorkloadRuntime;
import dev.moka.hub.workload.WorkloadSpec;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Skipped, out loud, where there is no working `bwrap`.
class SandboxedWorkloadsTest extends WorkloadRuntimeContract {
    @TempDir static Path scratch;

    @BeforeAll
    static void requireSandbox() {
        Assumptions.assumeTrue(
                new Probe(scratch.resolve("probe")).find().isolated(),
                "no sandbox here: install the package bubblewrap and allow user namespaces");
    }

    @Override
    WorkloadRuntime open(Path root, Clock clock) {
        return new ProcessWorkloads(root, clock);
    }

    @Override
    String kind() {
        return "sandboxed";
    }

    @Test
    void hidesTheMachineFromTheProgram() throws Exception {
        Heard heard =
                start(
                        shell(
                                """
                                echo base $SAGEMAKER_BASE_DIR
                                ls -A /root /home/* /work 2>/dev/null | sed 's/^/saw /'
                                echo processes $(ls /proc | grep -c '^[0-9]')
                                echo networks $(cut -d: -f1 /proc/net/dev | tail -n +3)
                                grep -E 'CapEff|NoNewPrivs|Seccomp:' /proc/self/status
                                touch /usr/x 2>/dev/null && echo wrote
                                unshare -r true 2>/dev/null && echo nested
                                id -u
                                """));

        assertThat(heard.exit().code()).as("%s", heard.texts()).isZero();

        List<String> texts = heard.texts();
        assertThat(texts).contains("base /opt/ml", "networks lo", "CapEff:\t0000000000000000");
        assertThat(texts).noneMatch(text -> text.startsWith("saw "));
        assertThat(texts).doesNotContain("wrote", "nested", "0");
        assertThat(texts).contains("NoNewPrivs:\t1", "Seccomp:\t2");
        assertThat(texts)
                .anyMatch(text ->
                        text.startsWith("processes ") && text.length() < "processes 100".length());
    }

    @Test
    void runsAsAUserOfItsOwnWhenTheHubIsRoot() throws Exception {
        Assumptions.assumeTrue(Probe.isRoot(), "only root can give a workload its own user");
        Heard one = start(shell("id -u; sleep 0.3"));
        Heard other = start(shell("id -u"));
        one.exit();
        other.exit();

        assertThat(one.texts()).hasSize(1).isNotEqualTo(other.texts());
        assertThat(Integer.parseInt(one.texts().getFirst())).isGreaterThanOrEqualTo(20_000);
    }

    @Test
    void leavesTheNetworkOpenUnlessToldOtherwise() throws Exception {
        WorkloadSpec spec =
                new WorkloadSpec(
                        id(),
                        List.of("/bin/sh", "-c", "readlink /proc/self/ns/net"),
                        Map.of(),
                        List.of(),
                        new WorkloadLimits(1, 256, 256, 200),
                        NetworkAccess.OPEN);
        Heard open = start(spec);
        Heard closed = start(shell("readlink /proc/self/ns/net"));
        open.exit();
        closed.exit();

        assertThat(open.texts()).hasSize(1);
        assertThat(closed.texts()).hasSize(1).isNotEqualTo(open.texts());
    }
}
