package dev.moka.algorithms.xgboost;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.moka.algorithms.algorithm.JobError;
import dev.moka.algorithms.data.Batch;
import dev.moka.algorithms.data.LabelledRows;
import dev.moka.algorithms.xgboost.library.XgboostLibrary;
import dev.moka.algorithms.xgboost.library.XgboostMatrix;
import dev.moka.formats.data.SparseMatrix;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Labelled rows as matrices of XGBoost.
record Matrices(XgboostLibrary library, int threads, boolean censored) {

    /// The rows with their labels, weights and queries.
    XgboostMatrix of(LabelledRows rows, int columns) {
        XgboostMatrix matrix = rows.isDense() ? dense(rows) : sparse(rows, columns);
        float[] labels = rows.labels();
        matrix.setFloats("label", labels);
        if (censored) {
            // An accelerated failure time without bounds is one that was seen to the end.
            matrix.setFloats("label_lower_bound", labels);
            matrix.setFloats("label_upper_bound", labels);
        }
        int[] queries = rows.queries();
        if (queries.length > 0) {
            matrix.setInts("qid", queries);
        }
        float[] weights = rows.weights();
        if (weights.length > 0) {
            matrix.setFloats("weight", weights);
        }
        return matrix;
    }

    private XgboostMatrix dense(LabelledRows rows) {
        int columns = rows.columns();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment all =
                    arena.allocate((long) rows.rows() * columns * Float.BYTES, Float.BYTES);
            long at = 0;
            for (Batch batch : rows.batches()) {
                float[] values = batch.features().dense().values().floats();
                MemorySegment.copy(values, 0, all, JAVA_FLOAT, at, values.length);
                at += (long) values.length * Float.BYTES;
            }
            return XgboostMatrix.dense(library, all, rows.rows(), columns, threads);
        }
    }

    private XgboostMatrix sparse(LabelledRows rows, int columns) {
        int stored = stored(rows);
        int[] starts = new int[rows.rows() + 1];
        int[] keys = new int[stored];
        float[] values = new float[stored];
        int row = 0;
        int at = 0;
        for (Batch batch : rows.batches()) {
            SparseMatrix part = batch.features().sparse();
            System.arraycopy(part.keys(), 0, keys, at, part.keys().length);
            System.arraycopy(part.values().floats(), 0, values, at, part.keys().length);
            for (int i = 0; i < part.rows(); i++) {
                starts[row++] = at + part.starts()[i];
            }
            at += part.keys().length;
        }
        starts[row] = at;
        return XgboostMatrix.sparse(library, starts, keys, values, columns, threads);
    }

    private static int stored(LabelledRows rows) {
        long stored =
                rows.batches().stream()
                        .mapToLong(batch -> batch.features().sparse().keys().length)
                        .sum();
        if (stored > Integer.MAX_VALUE - 8) {
            throw new JobError.Client(
                    "the sparse rows hold %,d numbers; 2,147,483,639 are possible"
                            .formatted(stored));
        }
        return (int) stored;
    }
}
