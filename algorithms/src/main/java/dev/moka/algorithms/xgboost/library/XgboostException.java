package dev.moka.algorithms.xgboost.library;

/// A call that XGBoost refused, with its own message, less the C++ stack.
public final class XgboostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    XgboostException(String message) {
        super(withoutStack(message));
    }

    /// `[10:00:01] /src/objective.cc:58: label must be …\nStack trace:…` becomes `label must be …`.
    private static String withoutStack(String message) {
        int stack = message.indexOf("\nStack trace");
        String text = stack < 0 ? message : message.substring(0, stack);
        return text.replaceFirst("^\\[[0-9:]+] \\S+:\\d+: ", "").strip();
    }
}
