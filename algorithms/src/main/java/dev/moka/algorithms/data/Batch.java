package dev.moka.algorithms.data;

import dev.moka.formats.data.Matrix;
import java.nio.file.Path;

/// Some rows of one file.
///
/// @param firstRow how many rows of the file came before these
/// @param weights one per row, or none at all
/// @param queries which query each row belongs to (ranking), or none at all
public record Batch(
        Path file, long firstRow, Matrix features, float[] labels, float[] weights, int[] queries) {

    public int rows() {
        return labels.length;
    }
}
