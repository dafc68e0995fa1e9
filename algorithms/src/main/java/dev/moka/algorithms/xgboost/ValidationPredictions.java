package dev.moka.algorithms.xgboost;

import dev.moka.algorithms.xgboost.library.XgboostBooster.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What a cross-validation said of each row while it was in the test part: `predictions.csv` in the
/// job's output, with the label, the (mean) probability or value, and for classes the most frequent
/// one.
final class ValidationPredictions {
    private static final String FILE = "predictions.csv";
    private static final double HALF = 0.5;

    private final float[] labels;
    private final int rounds;
    private final boolean classes;
    private final double[][] values;
    private final int[][] told;
    private final int[] seen;

    ValidationPredictions(float[] labels, int rounds, boolean classes) {
        this.labels = labels;
        this.rounds = rounds;
        this.classes = classes;
        values = new double[labels.length][rounds];
        told = new int[labels.length][rounds];
        seen = new int[labels.length];
    }

    void record(int[] rows, Output predictions) {
        int width = predictions.width();
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            int best = 0;
            for (int label = 1; label < width; label++) {
                if (predictions.values()[i * width + label]
                        > predictions.values()[i * width + best]) {
                    best = label;
                }
            }
            float value = predictions.values()[i * width + best];
            values[row][seen[row]] = value;
            told[row][seen[row]++] = width > 1 ? best : value > HALF ? 1 : 0;
        }
    }

    Path save(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(FILE);
        try (var out = Files.newBufferedWriter(file)) {
            for (int row = 0; row < labels.length; row++) {
                out.write(line(row));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return file;
    }

    private String line(int row) {
        double mean = 0;
        for (int round = 0; round < rounds; round++) {
            mean += values[row][round] / rounds;
        }
        return classes
                ? String.format(
                        Locale.ROOT, "%f,%f,%f%n", labels[row], mean, (double) mode(told[row]))
                : String.format(Locale.ROOT, "%f,%f%n", labels[row], mean);
    }

    /// The most frequent, the smallest of several.
    private static int mode(int[] labels) {
        int best = labels[0];
        int most = 0;
        for (int label : labels) {
            int count = 0;
            for (int other : labels) {
                count += other == label ? 1 : 0;
            }
            if (count > most || (count == most && label < best)) {
                most = count;
                best = label;
            }
        }
        return best;
    }
}
