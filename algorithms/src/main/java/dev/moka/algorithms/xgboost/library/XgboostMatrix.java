package dev.moka.algorithms.xgboost.library;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// XGBoost's own copy of a data set (`DMatrix`), outside Java's heap.
public final class XgboostMatrix implements AutoCloseable {
    private static final String INT32 = "<i4";
    private static final String FLOAT32 = "<f4";

    final MemorySegment handle;
    private final XgboostLibrary library;
    private final int rows;

    private XgboostMatrix(XgboostLibrary library, MemorySegment handle, int rows) {
        this.library = library;
        this.handle = handle;
        this.rows = rows;
    }

    /// Copies dense rows; NaN is a missing value.
    public static XgboostMatrix dense(
            XgboostLibrary library, MemorySegment values, int rows, int columns, int threads) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ADDRESS);
            library.matrixFromDense.call(
                    arena.allocateFrom(interfaceOf(values, FLOAT32, rows, columns)),
                    arena.allocateFrom(configuration(threads)),
                    out);
            return new XgboostMatrix(library, out.get(ADDRESS, 0), rows);
        }
    }

    /// Copies sparse rows: what is not stored is missing.
    public static XgboostMatrix sparse(
            XgboostLibrary library,
            int[] starts,
            int[] keys,
            float[] values,
            int columns,
            int threads) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ADDRESS);
            library.matrixFromCsr.call(
                    arena.allocateFrom(vector(arena.allocateFrom(JAVA_INT, starts), INT32)),
                    arena.allocateFrom(vector(arena.allocateFrom(JAVA_INT, keys), INT32)),
                    arena.allocateFrom(vector(arena.allocateFrom(JAVA_FLOAT, values), FLOAT32)),
                    (long) columns,
                    arena.allocateFrom(configuration(threads)),
                    out);
            return new XgboostMatrix(library, out.get(ADDRESS, 0), starts.length - 1);
        }
    }

    public int rows() {
        return rows;
    }

    /// Sets `label`, `weight`, `label_lower_bound` or `label_upper_bound`.
    public void setFloats(String field, float[] values) {
        try (Arena arena = Arena.ofConfined()) {
            library.matrixSetFloats.call(
                    handle,
                    arena.allocateFrom(field),
                    arena.allocateFrom(JAVA_FLOAT, values),
                    (long) values.length);
        }
    }

    /// Sets `qid`: which query each row belongs to, ascending.
    public void setInts(String field, int[] values) {
        try (Arena arena = Arena.ofConfined()) {
            library.matrixSetInts.call(
                    handle,
                    arena.allocateFrom(field),
                    arena.allocateFrom(JAVA_INT, values),
                    (long) values.length);
        }
    }

    /// Those rows as a matrix of their own, with their labels and weights.
    public XgboostMatrix slice(int[] chosen) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ADDRESS);
            library.matrixSlice.call(
                    handle, arena.allocateFrom(JAVA_INT, chosen), (long) chosen.length, out);
            return new XgboostMatrix(library, out.get(ADDRESS, 0), chosen.length);
        }
    }

    @Override
    public void close() {
        library.matrixFree.call(handle);
    }

    /// NumPy's array interface, which is how the library takes an array.
    static String interfaceOf(MemorySegment values, String type, long rows, long columns) {
        return "{\"data\":[%d,true],\"shape\":[%d,%d],\"typestr\":\"%s\",\"version\":3}"
                .formatted(values.address(), rows, columns, type);
    }

    private static String vector(MemorySegment values, String type) {
        return "{\"data\":[%d,true],\"shape\":[%d],\"typestr\":\"%s\",\"version\":3}"
                .formatted(values.address(), values.byteSize() / Integer.BYTES, type);
    }

    private static String configuration(int threads) {
        return "{\"missing\":NaN,\"nthread\":%d}".formatted(threads);
    }
}
