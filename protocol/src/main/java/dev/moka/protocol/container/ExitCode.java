package dev.moka.protocol.container;

import java.time.Duration;

/// How a training or serving program ended, told from its exit code.
///
/// AWS's toolkit ends with 0, 1 for what the user can mend (`ClientError`) and 2 for what they
/// can't (`AlgorithmError`, `InternalServerError`); anything but 0 is a failure. A process killed
/// by a signal has 128 + its number, which is how SIGKILL after a stop looks.
public enum ExitCode {
    SUCCESS,
    CLIENT_ERROR,
    ALGORITHM_ERROR,
    /// SIGTERM: a program that does not answer it, or ends at once because of it.
    TERMINATED,
    /// SIGKILL: out of memory, or too slow after SIGTERM.
    KILLED,
    OTHER;

    /// How long a training program has between SIGTERM and SIGKILL.
    public static final Duration TRAINING_GRACE = Duration.ofMinutes(2);

    /// How long a serving program has between SIGTERM and SIGKILL.
    public static final Duration SERVING_GRACE = Duration.ofSeconds(30);

    private static final int CLIENT_ERROR_STATUS = 1;
    private static final int ALGORITHM_ERROR_STATUS = 2;
    private static final int OTHER_STATUS = 255;
    private static final int SIGTERM_STATUS = 143;
    private static final int SIGKILL_STATUS = 137;

    /// What a process's exit status says.
    public static ExitCode of(int status) {
        return switch (status) {
            case 0 -> SUCCESS;
            case CLIENT_ERROR_STATUS -> CLIENT_ERROR;
            case ALGORITHM_ERROR_STATUS -> ALGORITHM_ERROR;
            case SIGTERM_STATUS -> TERMINATED;
            case SIGKILL_STATUS -> KILLED;
            default -> OTHER;
        };
    }

    /// The status that a program ends with.
    public int status() {
        return switch (this) {
            case SUCCESS -> 0;
            case CLIENT_ERROR -> CLIENT_ERROR_STATUS;
            case ALGORITHM_ERROR -> ALGORITHM_ERROR_STATUS;
            case TERMINATED -> SIGTERM_STATUS;
            case KILLED -> SIGKILL_STATUS;
            case OTHER -> OTHER_STATUS;
        };
    }
}
