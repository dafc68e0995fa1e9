package dev.moka.kernel.java;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values of the newest cells, for `out(n)`. Bounded, because a value that is kept can't be
/// collected.
final class OutValues {
    private static final int KEPT = 50;

    private final Map<Integer, Value> values = new LinkedHashMap<>();

    private record Value(@Nullable Object object) {}

    synchronized void put(int executionCount, @Nullable Object value) {
        values.remove(executionCount);
        values.put(executionCount, new Value(value));
        if (values.size() > KEPT) {
            values.remove(values.keySet().iterator().next());
        }
    }

    /// @param executionCount of the cell; 0 for the newest
    synchronized @Nullable Object get(int executionCount) {
        Value value =
                executionCount == 0
                        ? values.values().stream().reduce((_, newer) -> newer).orElse(null)
                        : values.get(executionCount);
        if (value == null) {
            throw new IllegalArgumentException(
                    executionCount == 0
                            ? "no cell had a value yet"
                            : "Out[%d] is not kept: that cell had no value, or it is not among the newest %d"
                                    .formatted(executionCount, KEPT));
        }
        return value.object();
    }
}
