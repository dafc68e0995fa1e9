package dev.moka.algorithms.algorithm;

import dev.moka.protocol.container.ExitCode;

/// Why a program can't go on, in the three kinds that AWS's algorithms know. The reason begins with
/// the kind, as `FailureReason` shows it.
public abstract sealed class JobError extends RuntimeException
        permits JobError.Client, JobError.Algorithm, JobError.InternalServer {
    private static final long serialVersionUID = 1L;

    private JobError(String message, Throwable cause) {
        super(message, cause);
    }

    private JobError(String message) {
        super(message);
    }

    /// `ClientError`, `AlgorithmError` or `InternalServerError`.
    public abstract String kind();

    public abstract ExitCode exitCode();

    /// The text for the failure file.
    public String reason() {
        return kind() + ": " + getMessage();
    }

    /// What the user can mend: settings, data.
    public static final class Client extends JobError {
        private static final long serialVersionUID = 1L;

        public Client(String message) {
            super(message);
        }

        public Client(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public String kind() {
            return "ClientError";
        }

        @Override
        public ExitCode exitCode() {
            return ExitCode.CLIENT_ERROR;
        }
    }

    /// What the algorithm could not do with settings and data that are right.
    public static final class Algorithm extends JobError {
        private static final long serialVersionUID = 1L;

        public Algorithm(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public String kind() {
            return "AlgorithmError";
        }

        @Override
        public ExitCode exitCode() {
            return ExitCode.ALGORITHM_ERROR;
        }
    }

    /// What the machine could not do: a full disk, a missing library.
    public static final class InternalServer extends JobError {
        private static final long serialVersionUID = 1L;

        public InternalServer(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public String kind() {
            return "InternalServerError";
        }

        @Override
        public ExitCode exitCode() {
            return ExitCode.ALGORITHM_ERROR;
        }
    }
}
