package dev.moka.algorithms.training;

import dev.moka.algorithms.algorithm.Algorithm;
import dev.moka.algorithms.algorithm.JobError;
import dev.moka.algorithms.algorithm.JobLog;
import dev.moka.algorithms.algorithm.StopSignal;
import dev.moka.algorithms.algorithm.TrainingJob;
import dev.moka.algorithms.data.Channels;
import dev.moka.algorithms.hyperparameters.HyperparameterError;
import dev.moka.algorithms.hyperparameters.Hyperparameters;
import dev.moka.protocol.container.CheckpointConfig;
import dev.moka.protocol.container.ContainerException;
import dev.moka.protocol.container.ExitCode;
import dev.moka.protocol.container.Failure;
import dev.moka.protocol.container.HyperParameters;
import dev.moka.protocol.container.InputDataConfig;
import dev.moka.protocol.container.OptMl;
import dev.moka.protocol.container.ResourceConfig;
import dev.moka.protocol.container.TrainingVariables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One run of a training program.
public final class Training {
    private static final String ONE_HOST = "{\"current_host\":\"algo-1\",\"hosts\":[\"algo-1\"]}";

    private final Algorithm algorithm;
    private final Map<String, String> environment;
    private final OptMl folders;
    private final JobLog log;
    private final StopSignal stop;

    public Training(
            Algorithm algorithm, Map<String, String> environment, JobLog log, StopSignal stop) {
        this.algorithm = algorithm;
        this.environment = Map.copyOf(environment);
        folders = OptMl.of(environment);
        this.log = log;
        this.stop = stop;
    }

    /// Trains; what goes wrong is in the failure file and in the log.
    public ExitCode run() {
        try {
            algorithm.train(job());
            return ExitCode.SUCCESS;
        } catch (JobError e) {
            return failed(e);
        } catch (ContainerException e) {
            return failed(new JobError.Client(String.valueOf(e.getMessage()), e));
        } catch (IOException e) {
            return failed(new JobError.InternalServer(e.toString(), e));
        } catch (OutOfMemoryError e) {
            return failed(
                    new JobError.Client(
                            "Out of memory: the data needs a larger instance type. (%s)"
                                    .formatted(e.getMessage()),
                            e));
        } catch (RuntimeException e) {
            return failed(new JobError.Algorithm("unexpected failure: " + e, e));
        }
    }

    private TrainingJob job() throws IOException {
        log.info("Running %s Sagemaker in algorithm mode".formatted(algorithm.table().name()));
        Hyperparameters hyperparameters = hyperparameters();
        InputDataConfig channels = InputDataConfig.parse(read(folders.inputDataConfigFile(), "{}"));
        Channels.validate(algorithm.table(), channels);
        return new TrainingJob(
                folders,
                hyperparameters,
                channels,
                ResourceConfig.parse(read(folders.resourceConfigFile(), ONE_HOST)),
                checkpoints(),
                processors(),
                log,
                stop);
    }

    private Hyperparameters hyperparameters() throws IOException {
        HyperParameters given = HyperParameters.parse(read(folders.hyperParametersFile(), "{}"));
        try {
            Hyperparameters checked = algorithm.table().hyperparameters().validate(given.values());
            algorithm.validate(checked);
            return checked;
        } catch (HyperparameterError e) {
            throw new JobError.Client(String.valueOf(e.getMessage()), e);
        }
    }

    private @Nullable Path checkpoints() throws IOException {
        Path file = folders.checkpointConfigFile();
        if (!Files.isRegularFile(file)) {
            return null;
        }
        CheckpointConfig config = CheckpointConfig.parse(Files.readAllBytes(file));
        return folders.resolve(config.localPath());
    }

    private int processors() {
        int here = Runtime.getRuntime().availableProcessors();
        String allowed = environment.get(TrainingVariables.PROCESSORS);
        try {
            return allowed == null ? here : Math.max(1, Integer.parseInt(allowed));
        } catch (NumberFormatException _) {
            return here;
        }
    }

    private ExitCode failed(JobError error) {
        log.error(error.reason());
        if (!(error instanceof JobError.Client)) {
            error.printStackTrace(System.err);
        }
        try {
            Failure.write(folders, error.reason());
        } catch (IOException e) {
            log.error("The failure file can't be written: " + e);
        }
        return error.exitCode();
    }

    private static byte[] read(Path file, String otherwise) throws IOException {
        return Files.isRegularFile(file)
                ? Files.readAllBytes(file)
                : otherwise.getBytes(StandardCharsets.UTF_8);
    }
}
