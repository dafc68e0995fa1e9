package dev.moka.protocol.container;

import java.nio.file.Path;
import java.util.Map;

/// The folders and files of a container, as AWS's training toolkit and Developer Guide name them.
///
/// ```
/// /opt/ml/input/config/{hyperparameters,inputdataconfig,resourceconfig,checkpointconfig}.json
///        /input/data/<channel>/…       File and FastFile     /input/data/<channel>_<epoch>   Pipe
///        /model/…                      what is trained, or what is served
///        /checkpoints/…                synchronised with S3 while the job runs
///        /output/data/…                becomes output.tar.gz       /output/failure
/// ```
///
/// @param base `/opt/ml` inside a real container; any folder for a program without one
public record OptMl(Path base) {
    /// The variable that moves the base away from `/opt/ml`; AWS's training toolkit knows it too.
    public static final String BASE_VARIABLE = "SAGEMAKER_BASE_DIR";

    /// The base inside a real container.
    public static final String STANDARD_BASE = "/opt/ml";

    public OptMl {
        base = base.toAbsolutePath().normalize();
    }

    /// The layout that a program's environment asks for.
    public static OptMl of(Map<String, String> environment) {
        return new OptMl(Path.of(environment.getOrDefault(BASE_VARIABLE, STANDARD_BASE)));
    }

    /// Where a training program finds the three files of settings.
    public Path inputConfig() {
        return base.resolve("input", "config");
    }

    public Path hyperParametersFile() {
        return inputConfig().resolve("hyperparameters.json");
    }

    public Path inputDataConfigFile() {
        return inputConfig().resolve("inputdataconfig.json");
    }

    public Path resourceConfigFile() {
        return inputConfig().resolve("resourceconfig.json");
    }

    /// Present only when the job keeps checkpoints.
    public Path checkpointConfigFile() {
        return inputConfig().resolve("checkpointconfig.json");
    }

    /// Where a path that a request names, such as `/opt/ml/checkpoints`, is under this base.
    public Path resolve(String containerPath) {
        Path path = Path.of(containerPath).normalize();
        Path standard = Path.of(STANDARD_BASE);
        return path.startsWith(standard) ? base.resolve(standard.relativize(path)) : path;
    }

    /// The folder that holds every channel.
    public Path inputData() {
        return base.resolve("input", "data");
    }

    /// The folder of one channel in File or FastFile mode.
    public Path channel(String name) {
        return inputData().resolve(name);
    }

    /// The named pipe of one channel and one pass over the data in Pipe mode; the first epoch is 0.
    public Path pipe(String channel, int epoch) {
        return inputData().resolve(channel + "_" + epoch);
    }

    /// What training leaves behind for `model.tar.gz`, and what serving loads.
    public Path model() {
        return base.resolve("model");
    }

    public Path checkpoints() {
        return base.resolve("checkpoints");
    }

    public Path output() {
        return base.resolve("output");
    }

    /// What becomes `output.tar.gz`.
    public Path outputData() {
        return output().resolve("data");
    }

    /// Where a training program says why it failed; see [Failure].
    public Path failureFile() {
        return output().resolve("failure");
    }
}
