package dev.moka.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.hub.metering.UsageRecord;
import dev.moka.hub.training.TrainingJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hub that is killed in the middle of a training, and the next one.
class KilledTrainingHubTest {
    private static final String SCRIPT =
            """
            i=0
            while [ $i -lt 40 ]; do echo round $i; i=$((i+1)); sleep 0.1; done
            echo started >>model/starts
            """;

    @TempDir Path home;

    @Test
    void trainingGoesOnAndIsBilledOnce() throws Exception {
        Process killed = start();
        awaitInLog("round 5", killed);
        killed.destroyForcibly().waitFor();

        try (JobsOfTests hub = new JobsOfTests(home, TestHub.ROOT)) {
            TrainingJob job = hub.ended("job");

            assertThat(job.status()).as("%s", job).isEqualTo("Completed");
            assertThat(hub.log("job").lines().filter(line -> line.equals("round 39"))).hasSize(1);
            List<UsageRecord> usage = hub.usage(job);
            assertThat(usage).hasSize(1);
            assertThat(usage.getFirst().until()).isEqualTo(job.endedAt());
            hub.awaitNothingLeftOver();
        }
    }

    @Test
    void whateverTheMomentTheJobCompletesOnce() throws Exception {
        for (int millis = 0; millis < 600; millis += 300) {
            Path own = Files.createDirectory(home.resolve("at-" + millis));
            Process killed = start(own, "echo ran >model/m; echo done");
            awaitRow(own, killed);
            killed.waitFor(millis + 1, TimeUnit.MILLISECONDS);
            killed.destroyForcibly().waitFor();

            try (JobsOfTests hub = new JobsOfTests(own, TestHub.ROOT)) {
                TrainingJob job = hub.ended("job");

                assertThat(job.status()).as("%d ms: %s", millis, job).isEqualTo("Completed");
                assertThat(hub.usage(job)).as("%d ms", millis).hasSize(1);
                hub.awaitNothingLeftOver();
            }
        }
    }

    private Process start() throws Exception {
        return start(home, SCRIPT);
    }

    private static Process start(Path home, String script) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dmoka.root=" + TestHub.ROOT,
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JobsProgram.class.getName(),
                        home.toString(),
                        "job",
                        script)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("hub.out").toFile())
                .start();
    }

    private void awaitInLog(String text, Process hub) throws Exception {
        await(home.resolve("log-job"), text, hub);
    }

    /// The program's first line about placing comes right after the job was stored.
    private static void awaitRow(Path home, Process hub) throws Exception {
        Instant end = Instant.now().plusSeconds(60);
        Path workloads = home.resolve("workloads");
        while (Instant.now().isBefore(end)) {
            if (Files.isDirectory(workloads)) {
                try (var files = Files.list(workloads)) {
                    if (files.anyMatch(f -> f.getFileName().toString().startsWith("training-"))) {
                        return;
                    }
                }
            }
            if (hub.waitFor(5, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw new AssertionError(Files.readString(home.resolve("hub.out")));
    }

    private static void await(Path file, String text, Process hub) throws Exception {
        Instant end = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(end)) {
            if (Files.exists(file) && Files.readString(file).contains(text)) {
                return;
            }
            if (hub.waitFor(20, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw new AssertionError(Files.readString(file.resolveSibling("hub.out")));
    }
}
