package dev.moka.algorithms.xgboost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The metrics of one round: for each set, train before validation, each metric in its order.
record Evaluation(int round, List<Score> scores) {
    Evaluation {
        scores = List.copyOf(scores);
    }

    /// One metric of one set.
    record Score(String set, String metric, double value) {}

    /// Reads what the library writes: `[0]\ttrain-auc:0.9\tvalidation-auc:0.8`.
    static List<Score> parse(String line, List<String> sets) {
        List<Score> scores = new ArrayList<>();
        String[] fields = line.split("\t", -1);
        for (int i = 1; i < fields.length; i++) {
            String field = fields[i].strip();
            int colon = field.lastIndexOf(':');
            for (String set : sets) {
                if (field.startsWith(set + "-")) {
                    scores.add(
                            new Score(
                                    set,
                                    field.substring(set.length() + 1, colon),
                                    number(field.substring(colon + 1))));
                    break;
                }
            }
        }
        return scores;
    }

    /// The line of AWS's log: `[0]\ttrain-auc:0.90000\tvalidation-auc:0.80000`.
    String line() {
        var text = new StringBuilder("[").append(round).append(']');
        for (Score score : scores) {
            text.append('\t')
                    .append(score.set())
                    .append('-')
                    .append(score.metric())
                    .append(':')
                    .append(text(score.value()));
        }
        return text.toString();
    }

    private static double number(String text) {
        return switch (text) {
            case "nan", "-nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static String text(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        return String.format(Locale.ROOT, "%.5f", value);
    }
}
