package dev.moka.formats.recordio;

import dev.moka.formats.data.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A value of a record: numbers, dense or sparse, or bytes such as a picture.
public sealed interface Tensor {

    /// Numbers that are all stored.
    static Tensor dense(Values values) {
        return new Numbers(values, new long[0], new long[0]);
    }

    /// The numbers at `keys` of a vector of `columns` numbers; the others are zero.
    static Tensor sparse(Values values, long[] keys, long columns) {
        return new Numbers(values, keys, new long[] {columns});
    }

    /// Numbers.
    ///
    /// @param values the numbers that are stored
    /// @param keys where each stands; none when the numbers are dense
    /// @param shape the extent of each dimension; may be empty when the numbers are dense
    record Numbers(Values values, long[] keys, long[] shape) implements Tensor {
        public Numbers {
            if (keys.length != 0 && keys.length != values.size()) {
                throw new IllegalArgumentException(
                        "%d keys for %d values".formatted(keys.length, values.size()));
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Numbers(var otherValues, var otherKeys, var otherShape)
                    && values.equals(otherValues)
                    && Arrays.equals(keys, otherKeys)
                    && Arrays.equals(shape, otherShape);
        }

        @Override
        public int hashCode() {
            return 31 * values.hashCode() + Arrays.hashCode(keys);
        }

        @Override
        public String toString() {
            return "Numbers[%s, keys=%s, shape=%s]"
                    .formatted(values, Arrays.toString(keys), Arrays.toString(shape));
        }
    }

    /// Bytes, one array or several, of a content type.
    ///
    /// @param values the arrays
    /// @param contentType what they are, such as `image/png`, if the record says so
    record Bytes(List<byte[]> values, @Nullable String contentType) implements Tensor {
        public Bytes {
            values = List.copyOf(values);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes(var otherValues, var otherType)
                    && Arrays.deepEquals(values.toArray(), otherValues.toArray())
                    && Objects.equals(contentType, otherType);
        }

        @Override
        public int hashCode() {
            return Arrays.deepHashCode(values.toArray());
        }
    }
}
