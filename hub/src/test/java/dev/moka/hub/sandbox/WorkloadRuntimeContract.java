package dev.moka.hub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.hub.workload.NetworkAccess;
import dev.moka.hub.workload.WorkloadExit;
import dev.moka.hub.workload.WorkloadExit.Cause;
import dev.moka.hub.workload.WorkloadId;
import dev.moka.hub.workload.WorkloadLimits;
import dev.moka.hub.workload.WorkloadRuntime;
import dev.moka.hub.workload.WorkloadSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a runtime for workloads promises, with real processes.
abstract class WorkloadRuntimeContract {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir Path root;
    private final List<WorkloadRuntime> opened = new ArrayList<>();
    private final List<WorkloadId> made = new ArrayList<>();
    private WorkloadRuntime runtime;

    abstract WorkloadRuntime open(Path root, Clock clock);

    abstract String kind();

    @BeforeEach
    void open() {
        runtime = reopened();
    }

    @AfterEach
    void nothingIsLeftOver() throws Exception {
        for (WorkloadId id : made) {
            runtime.remove(id);
            awaitNoProcessOf(id);
            assertThat(root.resolve(id.value())).doesNotExist();
        }
        assertThat(runtime.list()).isEmpty();
        opened.forEach(WorkloadRuntime::close);
    }

    @Test
    void tellsWhatAProgramPrintsAndHowItEnds() throws Exception {
        Heard heard = start(shell("echo one; printf 'two\\r\\n' >&2; printf last; exit 7"));

        WorkloadExit exit = heard.exit();

        assertThat(heard.texts()).containsExactly("one", "two", "last");
        assertThat(exit.code()).isEqualTo(7);
        assertThat(exit.cause()).isEqualTo(Cause.EXITED);
        assertThat(exit.succeeded()).isFalse();
    }

    @Test
    void givesTheProgramItsFolderAndItsEnvironmentOnly() throws Exception {
        WorkloadId id = id();
        Files.writeString(runtime.folder(id).resolve("data.txt"), "from the hub");
        WorkloadSpec spec =
                spec(
                        id,
                        List.of(
                                "/bin/sh",
                                "-c",
                                "cat $SAGEMAKER_BASE_DIR/data.txt; echo; echo made"
                                    + " >$SAGEMAKER_BASE_DIR/made.txt; echo $NAME; env | cut -d="
                                    + " -f1"),
                        Map.of("NAME", "a b $c"));
        Heard heard = start(spec);

        assertThat(heard.exit().succeeded()).isTrue();
        assertThat(heard.texts()).contains("from the hub", "a b $c").doesNotContain("MAVEN_HOME");
        assertThat(runtime.folder(id).resolve("made.txt")).hasContent("made");
    }

    @Test
    void runsJava() throws Exception {
        Path program = Files.writeString(root.resolve("Hello.java"), HELLO);
        WorkloadSpec spec =
                new WorkloadSpec(
                        id(),
                        List.of(JAVA, "-Xmx64m", "-XX:+UseSerialGC", program.toString()),
                        Map.of(),
                        List.of(program, Path.of(System.getProperty("java.home"))),
                        limits(512),
                        NetworkAccess.NONE);

        Heard heard = start(spec);

        assertThat(heard.exit().code()).as("%s", heard.texts()).isZero();
        assertThat(heard.texts()).contains("Hello from Java");
    }

    private static final String HELLO =
            "void main() { System.out.println(\"Hello from Java\"); }\n";

    @Test
    void startingTwiceRunsOnce() throws Exception {
        WorkloadSpec spec = shell("echo ran; sleep 0.3");
        Heard heard = start(spec);
        runtime.start(spec, new Heard());

        heard.exit();

        assertThat(heard.texts()).containsExactly("ran");
    }

    @Test
    void asksAProgramToEndAndLetsItTidyUp() throws Exception {
        WorkloadSpec spec =
                shell("trap 'echo saving; exit 0' TERM; echo ready; while :; do sleep 0.1; done");
        Heard heard = start(spec);
        heard.line("ready");

        runtime.stop(spec.id(), LONG);

        assertThat(heard.exit().code()).isZero();
        assertThat(heard.texts()).contains("saving");
    }

    @Test
    void endsAProgramThatIgnoresTheSignal() throws Exception {
        WorkloadSpec spec = shell("trap '' TERM; echo ready; while :; do sleep 0.1; done");
        Heard heard = start(spec);
        heard.line("ready");

        runtime.stop(spec.id(), Duration.ofMillis(400));

        WorkloadExit exit = heard.exit();
        assertThat(exit.code()).isEqualTo(137);
        assertThat(exit.signal()).hasValue(9);
        assertThat(exit.cause()).isEqualTo(Cause.EXITED);
    }

    @Test
    void endsWhatAProgramLeavesInTheBackground() throws Exception {
        WorkloadSpec spec =
                shell("sleep 300 & setsid sleep 301 & (sh -c 'sleep 302' &) ; echo gone");
        Heard heard = start(spec);

        assertThat(heard.exit().code()).isZero();
        awaitNoProcessOf(spec.id());
    }

    @Test
    void keepsWhatALoudProgramPrintsWithinBounds() throws Exception {
        WorkloadSpec spec = shell("yes abcdefghijklmnopqrstuvwxyz | head -c 200000000; echo end");
        Heard heard = start(spec);

        assertThat(heard.exit().code()).isZero();

        assertThat(heard.bytes()).isBetween(50_000_000L, 200_100_000L);
        assertThat(size(root.resolve(spec.id().value()))).isLessThan(200_000_000L);
    }

    @Test
    void tellsMemoryThatRanOutFromACrash() throws Exception {
        WorkloadSpec hungry =
                new WorkloadSpec(
                        id(),
                        List.of("/usr/bin/perl", "-e", "my @a; while (1) { push @a, 'x' x 1e6; }"),
                        Map.of(),
                        List.of(),
                        limits(64),
                        NetworkAccess.NONE);
        assertThat(start(hungry).exit().cause()).isEqualTo(Cause.OUT_OF_MEMORY);

        WorkloadExit crashed = start(shell("kill -SEGV $$")).exit();
        assertThat(crashed.cause()).isEqualTo(Cause.EXITED);
        assertThat(crashed.signal()).hasValue(11);
    }

    @Test
    void endsAProgramThatFillsItsVolume() throws Exception {
        WorkloadSpec spec =
                shell(
                        "mkdir $SAGEMAKER_BASE_DIR/model; i=0; while :; do head -c 20000000"
                            + " /dev/zero >$SAGEMAKER_BASE_DIR/model/$i; i=$((i+1)); sleep 0.05;"
                            + " done");

        assertThat(start(spec).exit().cause()).isEqualTo(Cause.OUT_OF_DISK);
    }

    @Test
    void aProgramThatIsNotThereEndsWithACodeThatSaysSo() throws Exception {
        Heard heard = start(spec(id(), List.of("/nowhere/program"), Map.of()));

        assertThat(heard.exit().code()).isNotZero();
        assertThat(String.join("\n", heard.texts())).contains("/nowhere/program");
    }

    @Test
    void anotherHubGoesOnWithARunningProgram() throws Exception {
        WorkloadSpec spec =
                shell("for i in 1 2 3 4 5 6 7 8 9 10; do echo line $i; sleep 0.1; done; exit 3");
        Heard before = start(spec);
        before.line("line 2");
        runtime.close();

        runtime = reopened();
        assertThat(runtime.list()).containsExactly(spec.id());
        Heard after = new Heard();
        runtime.start(spec, after);

        assertThat(after.exit().code()).isEqualTo(3);
        List<String> all = new ArrayList<>(before.texts());
        all.addAll(after.texts());
        assertThat(all.stream().distinct())
                .containsExactly(
                        "line 1", "line 2", "line 3", "line 4", "line 5", "line 6", "line 7",
                        "line 8", "line 9", "line 10");
    }

    @Test
    void aProgramOutlivesAHubThatIsKilledAndItsEndIsToldToTheNext() throws Exception {
        WorkloadId id = id();
        Process hub =
                new ProcessBuilder(
                                JAVA,
                                "-cp",
                                System.getProperty("java.class.path"),
                                StartsWorkload.class.getName(),
                                kind(),
                                root.toString(),
                                id.value())
                        .redirectErrorStream(true)
                        .redirectOutput(root.resolve("hub.log").toFile())
                        .start();
        Path running = root.resolve(id.value()).resolve("ml/running");
        Instant end = Instant.now().plus(LONG);
        while (!Files.exists(running) && Instant.now().isBefore(end) && hub.isAlive()) {
            hub.waitFor(20, TimeUnit.MILLISECONDS);
        }
        assertThat(running).as(Files.readString(root.resolve("hub.log"))).exists();
        hub.destroyForcibly().waitFor();
        Files.createFile(root.resolve(id.value()).resolve("ml/go"));

        Heard heard = new Heard();
        runtime.start(StartsWorkload.spec(id), heard);

        assertThat(heard.exit().code()).isEqualTo(5);
        assertThat(heard.texts()).contains("went on");
    }

    @Test
    void aWorkloadWhoseSupervisorWasKilledIsLost() throws Exception {
        WorkloadSpec spec = shell("echo ready; sleep 300");
        Heard heard = start(spec);
        heard.line("ready");

        Supervisor.of(new RunFolder(spec.id(), root.toRealPath().resolve(spec.id().value())))
                .orElseThrow()
                .handle()
                .orElseThrow()
                .destroyForcibly();

        assertThat(heard.exit().cause()).isEqualTo(Cause.LOST);
        awaitNoProcessOf(spec.id());
    }

    Heard start(WorkloadSpec spec) throws IOException {
        Heard heard = new Heard();
        runtime.start(spec, heard);
        return heard;
    }

    WorkloadSpec shell(String script) {
        return spec(id(), List.of("/bin/sh", "-c", script), Map.of());
    }

    static WorkloadSpec spec(WorkloadId id, List<String> command, Map<String, String> variables) {
        return new WorkloadSpec(id, command, variables, List.of(), limits(256), NetworkAccess.NONE);
    }

    WorkloadRuntime runtime() {
        return runtime;
    }

    private static WorkloadLimits limits(int memoryMib) {
        return new WorkloadLimits(1, memoryMib, 256, 200);
    }

    WorkloadId id() {
        WorkloadId id = new WorkloadId("w-" + UUID.randomUUID());
        made.add(id);
        return id;
    }

    private WorkloadRuntime reopened() {
        WorkloadRuntime again = open(root, Clock.systemUTC());
        opened.add(again);
        return again;
    }

    private static void awaitNoProcessOf(WorkloadId id) throws Exception {
        String mark = ProcessTree.MARK + "=" + id + "\0";
        Instant end = Instant.now().plusSeconds(10);
        while (Instant.now().isBefore(end)) {
            List<ProcessHandle> left =
                    ProcessHandle.allProcesses()
                            .filter(process -> environment(process.pid()).contains(mark))
                            .toList();
            if (left.isEmpty()) {
                return;
            }
            left.getFirst()
                    .onExit()
                    .orTimeout(100, TimeUnit.MILLISECONDS)
                    .exceptionally(_ -> null)
                    .join();
        }
        throw new AssertionError("Processes of %s are left over".formatted(id));
    }

    private static String environment(long pid) {
        try {
            return Files.readString(
                    Path.of("/proc/" + pid + "/environ"),
                    java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
