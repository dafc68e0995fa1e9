package dev.moka.hub.sandbox;

import dev.moka.hub.workload.WorkloadId;
import dev.moka.hub.workload.WorkloadRuntime;
import dev.moka.hub.workload.WorkloadSpec;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// A hub, as far as workloads are concerned, that is there to be killed.
final class StartsWorkload {
    private StartsWorkload() {}

    public static void main(String[] words) throws Exception {
        Path root = Path.of(words[1]);
        WorkloadRuntime runtime =
                words[0].equals("plain")
                        ? ProcessWorkloads.plain(root, Clock.systemUTC())
                        : new ProcessWorkloads(root, Clock.systemUTC());
        runtime.start(spec(new WorkloadId(words[2])), _ -> {});
        new CountDownLatch(1).await();
    }

    static WorkloadSpec spec(WorkloadId id) {
        return WorkloadRuntimeContract.spec(
                id,
                List.of(
                        "/bin/sh",
                        "-c",
                        "cd $SAGEMAKER_BASE_DIR; : >running; while [ ! -e go ]; do sleep 0.05;"
                                + " done; echo went on; exit 5"),
                Map.of());
    }
}
