package dev.moka.hub.training;

import dev.moka.hub.workload.WorkloadExit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Says why a job failed, as AWS's `FailureReason` does.
final class FailureReasons {
    private static final int LONGEST = 1024;
    private static final Pattern CLASSED =
            Pattern.compile("(?s)(ClientError|AlgorithmError|InternalServerError)\\b.*");

    private FailureReasons() {}

    /// @param failure what the program wrote into its failure file
    static String of(TrainingJob job, WorkloadExit exit, @Nullable String failure) {
        return cut(
                switch (exit.cause()) {
                    case OUT_OF_MEMORY ->
                            "ClientError: Please use an instance type with more memory, or reduce the size of training data processed on an instance. The program needed more memory than %s has; exit code: %d"
                                    .formatted(job.spec().resources().instanceType(), exit.code());
                    case OUT_OF_DISK ->
                            "ClientError: The program wrote more than the %d GB of its volume; use a larger VolumeSizeInGB or write less"
                                    .formatted(job.spec().resources().volumeSizeInGb());
                    case LOST ->
                            "InternalServerError: The training program was killed from outside, or"
                                    + " the machine was restarted; create the job again";
                    case EXITED -> ofProgram(exit, failure);
                });
    }

    static String cut(String reason) {
        return reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST);
    }

    private static String ofProgram(WorkloadExit exit, @Nullable String failure) {
        String code = "exit code: " + exit.code();
        if (failure == null || failure.isBlank()) {
            return exit.signal().isPresent()
                    ? "AlgorithmError: The program was ended by signal %d, %s; see the job's log"
                            .formatted(exit.signal().getAsInt(), code)
                    : "AlgorithmError: The program ended and left no reason in /opt/ml/output/failure, %s; see the job's log"
                            .formatted(code);
        }
        String said = failure.strip();
        String classed = CLASSED.matcher(said).matches() ? said : "AlgorithmError: " + said;
        int room = LONGEST - code.length() - 2;
        return (classed.length() <= room ? classed : classed.substring(0, room)) + ", " + code;
    }
}
