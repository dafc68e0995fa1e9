package dev.moka.formats.ndarray;

import dev.moka.formats.data.DenseMatrix;
import dev.moka.formats.data.Values;
import java.util.Arrays;

/// A dense array of any number of dimensions, as MXNet keeps it.
///
/// @param shape the extent of each dimension
/// @param values the numbers, the last dimension running fastest
public record NdArray(int[] shape, Values values) {
    public NdArray {
        long size = size(shape);
        if (size != values.size()) {
            throw new IllegalArgumentException(
                    "the shape %s needs %d numbers, not %d"
                            .formatted(Arrays.toString(shape), size, values.size()));
        }
    }

    /// A matrix as an array of two dimensions.
    public static NdArray of(DenseMatrix matrix) {
        return new NdArray(new int[] {matrix.rows(), matrix.columns()}, matrix.values());
    }

    /// A list of numbers as an array of one dimension.
    public static NdArray of(Values values) {
        return new NdArray(new int[] {values.size()}, values);
    }

    /// The array as a matrix: the first dimension gives the rows, all others the columns.
    public DenseMatrix matrix() {
        int rows = shape.length == 0 ? 1 : shape[0];
        return new DenseMatrix(rows, rows == 0 ? 0 : values.size() / rows, values);
    }

    static long size(int[] shape) {
        long size = 1;
        for (int extent : shape) {
            if (extent < 0 || Math.multiplyHigh(size, extent) != 0 || size * extent < 0) {
                return Long.MAX_VALUE;
            }
            size *= extent;
        }
        return size;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NdArray(var otherShape, var otherValues)
                && Arrays.equals(shape, otherShape)
                && values.equals(otherValues);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + values.hashCode();
    }

    @Override
    public String toString() {
        return "NdArray[%s, %s]".formatted(Arrays.toString(shape), values);
    }
}
