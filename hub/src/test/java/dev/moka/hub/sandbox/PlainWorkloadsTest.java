package dev.moka.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.hub.workload.WorkloadRuntime;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class PlainWorkloadsTest extends WorkloadRuntimeContract {

    @Override
    WorkloadRuntime open(Path root, Clock clock) {
        return ProcessWorkloads.plain(root, clock);
    }

    @Override
    String kind() {
        return "plain";
    }

    @Test
    void saysWhatIsNotEnforced() {
        assertThat(runtime().enforcement().missing())
                .anyMatch(text -> text.contains("EnableNetworkIsolation"))
                .anyMatch(text -> text.contains("CPU"));
    }
}
