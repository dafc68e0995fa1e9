package dev.moka.algorithms.data;

import dev.moka.algorithms.algorithm.JobError;
import dev.moka.formats.data.DenseMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// All rows of a channel, in the order of its files.
public record LabelledRows(List<Batch> batches) {
    public LabelledRows {
        batches = List.copyOf(batches);
        for (Batch batch : batches) {
            sameKind(batches.getFirst(), batch);
        }
    }

    public int rows() {
        long rows = batches.stream().mapToLong(Batch::rows).sum();
        if (rows > Integer.MAX_VALUE) {
            throw new JobError.Client("%,d rows are more than 2,147,483,647".formatted(rows));
        }
        return (int) rows;
    }

    public boolean isDense() {
        return batches.stream().allMatch(batch -> batch.features() instanceof DenseMatrix);
    }

    /// The columns of the widest batch: sparse ones show only what they hold.
    public int columns() {
        return batches.stream().mapToInt(batch -> batch.features().columns()).max().orElse(0);
    }

    public float[] labels() {
        float[] all = new float[rows()];
        int at = 0;
        for (Batch batch : batches) {
            System.arraycopy(batch.labels(), 0, all, at, batch.rows());
            at += batch.rows();
        }
        return all;
    }

    /// One weight per row, or none at all.
    public float[] weights() {
        if (batches.stream().allMatch(batch -> batch.weights().length == 0)) {
            return new float[0];
        }
        float[] all = new float[rows()];
        int at = 0;
        for (Batch batch : batches) {
            for (int i = 0; i < batch.rows(); i++) {
                all[at++] = batch.weights().length == 0 ? 1 : batch.weights()[i];
            }
        }
        return all;
    }

    /// One query per row, or none at all.
    public int[] queries() {
        if (batches.stream().anyMatch(batch -> batch.queries().length == 0)) {
            return new int[0];
        }
        return batches.stream().flatMapToInt(batch -> Arrays.stream(batch.queries())).toArray();
    }

    /// These rows and then those.
    public LabelledRows and(LabelledRows more) {
        List<Batch> both = new ArrayList<>(batches);
        both.addAll(more.batches);
        return new LabelledRows(both);
    }

    private static void sameKind(Batch first, Batch other) {
        boolean dense = first.features() instanceof DenseMatrix;
        if (dense != other.features() instanceof DenseMatrix) {
            throw new JobError.Client(
                    "%s has dense rows and %s sparse ones; all files must be of one kind"
                            .formatted(
                                    dense ? first.file().getFileName() : other.file().getFileName(),
                                    dense
                                            ? other.file().getFileName()
                                            : first.file().getFileName()));
        }
        if (dense && first.features().columns() != other.features().columns()) {
            throw new JobError.Client(
                    "%s has %d feature columns where %s has %d"
                            .formatted(
                                    other.file().getFileName(),
                                    other.features().columns(),
                                    first.file().getFileName(),
                                    first.features().columns()));
        }
    }
}
