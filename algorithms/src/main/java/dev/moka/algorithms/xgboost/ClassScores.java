package dev.moka.algorithms.xgboost;

import dev.moka.algorithms.algorithm.JobError;
import dev.moka.algorithms.xgboost.library.XgboostBooster.Output;

/// How many rows of each class were told right, wrongly, or missed.
///
/// @param right per class, rows of it that were told to be it
/// @param told per class, rows that were told to be it
/// @param are per class, rows of it
record ClassScores(long[] right, long[] told, long[] are) {
    private static final int BINARY = 2;

    static ClassScores of(Output margins, float[] labels) {
        int classes = Math.max(BINARY, Math.max(margins.width(), largest(labels) + 1));
        var scores = new ClassScores(new long[classes], new long[classes], new long[classes]);
        for (int row = 0; row < labels.length; row++) {
            int is = (int) labels[row];
            int says = told(margins, row);
            scores.are[is]++;
            scores.told[says]++;
            if (is == says) {
                scores.right[is]++;
            }
        }
        return scores;
    }

    double measure(String metric) {
        return switch (metric) {
            case "accuracy", "precision_micro", "recall_micro" -> accuracy();
            case "balanced_accuracy" -> balancedAccuracy();
            case "precision" -> precision(binaryOnly());
            case "recall" -> recall(binaryOnly());
            case "f1_binary" -> f1(binaryOnly());
            case "precision_macro" -> macro(this::precision);
            case "recall_macro" -> macro(this::recall);
            case "f1", "f1_macro" -> macro(this::f1);
            default -> throw new IllegalArgumentException(metric);
        };
    }

    /// A score of one class.
    private interface ClassScore {
        double of(int label);
    }

    private double accuracy() {
        return share(sum(right), sum(are));
    }

    /// The mean recall of the classes that occur.
    private double balancedAccuracy() {
        double sum = 0;
        int present = 0;
        for (int label = 0; label < are.length; label++) {
            if (are[label] > 0) {
                sum += recall(label);
                present++;
            }
        }
        return present == 0 ? Double.NaN : sum / present;
    }

    /// The mean over the classes that occur or were told.
    private double macro(ClassScore score) {
        double sum = 0;
        int present = 0;
        for (int label = 0; label < are.length; label++) {
            if (are[label] > 0 || told[label] > 0) {
                sum += score.of(label);
                present++;
            }
        }
        return present == 0 ? Double.NaN : sum / present;
    }

    private double precision(int label) {
        return share(right[label], told[label]);
    }

    private double recall(int label) {
        return share(right[label], are[label]);
    }

    private double f1(int label) {
        return share(2 * right[label], told[label] + are[label]);
    }

    /// Class 1, when there is none above it.
    private int binaryOnly() {
        for (int label = BINARY; label < are.length; label++) {
            if (are[label] > 0 || told[label] > 0) {
                throw new JobError.Client(
                        "Target is multiclass but average='binary'. Please choose another average"
                            + " setting: f1_macro, precision_macro, precision_micro, recall_macro"
                            + " or recall_micro.");
            }
        }
        return 1;
    }

    private static int told(Output margins, int row) {
        int width = margins.width();
        if (width == 1) {
            return margins.values()[row] > 0 ? 1 : 0;
        }
        int best = 0;
        for (int label = 1; label < width; label++) {
            if (margins.values()[row * width + label] > margins.values()[row * width + best]) {
                best = label;
            }
        }
        return best;
    }

    private static int largest(float[] labels) {
        int largest = 0;
        for (float label : labels) {
            if (label != (int) label || label < 0) {
                throw new JobError.Client(
                        "Classification metrics can't handle a mix of continuous and binary"
                                + " targets: the"
                                + " label %s is not a class".formatted(label));
            }
            largest = Math.max(largest, (int) label);
        }
        return largest;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
