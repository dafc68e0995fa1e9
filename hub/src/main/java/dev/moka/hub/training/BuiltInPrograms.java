package dev.moka.hub.training;

import dev.moka.hub.host.Allotment;
import dev.moka.protocol.container.TrainingVariables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The programs of the built-in algorithms: `moka-algorithms.jar` in a JVM that is cut to the job's
/// instance.
public final class BuiltInPrograms implements TrainingPrograms {
    private static final int JVM_SHARE_PERCENT = 50;
    private static final int JVM_MIB = 128;

    private final ImageUris images;
    private final Path jar;
    private final Path java;

    /// @param jar `algorithms/target/moka-algorithms.jar`
    /// @param javaHome of the JVM that runs it
    public BuiltInPrograms(ImageUris images, Path jar, Path javaHome) {
        this.images = images;
        this.jar = jar;
        this.java = javaHome;
    }

    @Override
    public Optional<Image> find(String image) {
        return images.find(image)
                .map(found ->
                        new Image(
                                found.name(),
                                metrics(found.metrics()),
                                allotment -> train(found.name(), allotment)));
    }

    /// Native code, such as XGBoost's, needs the memory that the heap leaves.
    private Program train(String algorithm, Allotment allotment) {
        int heap =
                Math.max(JVM_MIB / 2, (allotment.memoryMib() - JVM_MIB) * JVM_SHARE_PERCENT / 100);
        List<String> command =
                new ArrayList<>(
                        List.of(
                                java.resolve("bin/java").toString(),
                                "-XX:ActiveProcessorCount=" + allotment.cpus(),
                                "-Xmx%dm".formatted(heap),
                                "-XX:+UseSerialGC",
                                "-XX:+ExitOnOutOfMemoryError",
                                "--enable-native-access=ALL-UNNAMED"));
        Path cache = jar.resolveSibling("moka-algorithms.aot");
        if (Files.isRegularFile(cache)) {
            command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
        }
        command.addAll(List.of("-jar", jar.toString(), "train"));
        return new Program(
                command,
                Map.of(
                        TrainingVariables.ALGORITHM,
                        algorithm,
                        TrainingVariables.PROCESSORS,
                        Integer.toString(allotment.cpus()),
                        "OMP_NUM_THREADS",
                        Integer.toString(allotment.cpus())),
                List.of(jar.getParent(), java));
    }

    /// AWS's definitions, for a tab and for its form in CloudWatch.
    private static List<MetricDefinition> metrics(List<String> names) {
        List<MetricDefinition> metrics = new ArrayList<>();
        for (String name : names) {
            for (String channel : List.of("train", "validation")) {
                metrics.add(
                        new MetricDefinition(
                                channel + ":" + name,
                                ".*\\[[0-9]+\\].*#011%s-%s(?:@[0-9.]+-?)?:([-+0-9.e]+|nan|inf).*"
                                        .formatted(channel, name)));
            }
        }
        return metrics;
    }
}
