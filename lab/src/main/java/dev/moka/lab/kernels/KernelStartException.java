package dev.moka.lab.kernels;

/// A kernel did not come up; the message says why, with the last lines that its process printed.
public final class KernelStartException extends Exception {
    private static final long serialVersionUID = 1L;

    KernelStartException(String message) {
        super(message);
    }

    KernelStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
