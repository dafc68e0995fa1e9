package dev.moka.algorithms.hyperparameters;

/// A hyperparameter that the table does not allow, in AWS's words and with what to do.
public final class HyperparameterError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HyperparameterError(String message) {
        super(message);
    }
}
