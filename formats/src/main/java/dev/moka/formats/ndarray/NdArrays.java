package dev.moka.formats.ndarray;

import dev.moka.formats.data.DenseMatrix;
import dev.moka.formats.data.Values;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The arrays of one NDArray file, in order: named ones (`mx.nd.save` of a dict), or a plain list.
///
/// @param arrays the arrays
/// @param names a name for each array; empty for a plain list
public record NdArrays(List<NdArray> arrays, List<String> names) {
    public NdArrays {
        arrays = List.copyOf(arrays);
        names = List.copyOf(names);
        if (!names.isEmpty() && names.size() != arrays.size()) {
            throw new IllegalArgumentException(
                    "%d names for %d arrays".formatted(names.size(), arrays.size()));
        }
    }

    /// A plain list of arrays.
    public static NdArrays of(NdArray... arrays) {
        return new NdArrays(List.of(arrays), List.of());
    }

    /// Named arrays.
    public static NdArrays of(SequencedMap<String, NdArray> named) {
        return new NdArrays(List.copyOf(named.values()), List.copyOf(named.keySet()));
    }

    /// The matrices of a list, each as an array.
    public static NdArrays of(DenseMatrix... matrices) {
        return new NdArrays(List.of(matrices).stream().map(NdArray::of).toList(), List.of());
    }

    /// The arrays by name; those of a plain list are named `0`, `1`, and so on.
    public SequencedMap<String, NdArray> byName() {
        SequencedMap<String, NdArray> map = new LinkedHashMap<>();
        for (int index = 0; index < arrays.size(); index++) {
            map.put(names.isEmpty() ? String.valueOf(index) : names.get(index), arrays.get(index));
        }
        return Collections.unmodifiableSequencedMap(map);
    }

    /// The values of an array by its place.
    public Values values(int index) {
        return arrays.get(index).values();
    }
}
