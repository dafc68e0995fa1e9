package dev.moka.algorithms;

import dev.moka.algorithms.algorithm.Algorithm;
import dev.moka.algorithms.algorithm.JobLog;
import dev.moka.algorithms.algorithm.StopSignal;
import dev.moka.algorithms.serving.Serve;
import dev.moka.algorithms.training.GracefulStop;
import dev.moka.algorithms.training.Training;
import dev.moka.algorithms.xgboost.Xgboost;
import dev.moka.protocol.container.ExitCode;
import dev.moka.protocol.container.TrainingVariables;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The program: `java -jar moka-algorithms.jar train|serve [--algorithm NAME]`, in a container's
/// folders.
public final class AlgorithmsMain {
    private static final int USAGE_STATUS = 64;

    private AlgorithmsMain() {}

    public static void main(String[] arguments) {
        JobLog log = new JobLog(standardOutput());
        Map<String, String> environment = System.getenv();
        Optional<Algorithm> algorithm = algorithm(List.of(arguments), environment);
        String task = arguments.length == 0 ? "" : arguments[0];
        if (algorithm.isEmpty() || !List.of("train", "serve").contains(task)) {
            log.raw(
                    "usage: moka-algorithms train|serve [--algorithm NAME] (or %s=NAME); the algorithms are %s"
                            .formatted(TrainingVariables.ALGORITHM, names()));
            System.exit(USAGE_STATUS);
            return;
        }
        System.exit(
                task.equals("train")
                        ? train(algorithm.get(), environment, log).status()
                        : Serve.run(algorithm.get(), environment, log).status());
    }

    private static ExitCode train(
            Algorithm algorithm, Map<String, String> environment, JobLog log) {
        var stop = new StopSignal();
        var graceful = new GracefulStop(stop);
        graceful.install();
        ExitCode code = new Training(algorithm, environment, log, stop).run();
        graceful.ended(code);
        return code;
    }

    private static Optional<Algorithm> algorithm(
            List<String> arguments, Map<String, String> environment) {
        int option = arguments.indexOf("--algorithm");
        String name =
                option >= 0 && option + 1 < arguments.size()
                        ? arguments.get(option + 1)
                        : environment.getOrDefault(TrainingVariables.ALGORITHM, "");
        return all().stream().filter(one -> one.table().name().equals(name)).findFirst();
    }

    private static List<Algorithm> all() {
        return List.of(new Xgboost());
    }

    private static String names() {
        return String.join(", ", all().stream().map(one -> one.table().name()).toList());
    }

    private static PrintStream standardOutput() {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
                false,
                StandardCharsets.UTF_8);
    }
}
