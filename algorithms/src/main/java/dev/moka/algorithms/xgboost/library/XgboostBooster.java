package dev.moka.algorithms.xgboost.library;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;

/// An XGBoost model in training or in service, outside Java's heap.
///
/// Training belongs to one thread. Predictions of trees may come from many threads at once, after
/// the first one; the library answers each thread in memory of its own, which is copied before we
/// return.
@SuppressWarnings("restricted")
public final class XgboostBooster implements AutoCloseable {
    private static final int OUTPUT = 0;
    private static final int MARGIN = 1;
    private static final String UBJ = "{\"format\":\"ubj\"}";

    private final XgboostLibrary library;
    private final MemorySegment handle;
    private final MemorySegment denseConfiguration;
    private final Arena arena = Arena.ofAuto();

    private XgboostBooster(XgboostLibrary library, MemorySegment handle) {
        this.library = library;
        this.handle = handle;
        denseConfiguration = arena.allocateFrom(configuration(OUTPUT));
    }

    /// Numbers per row and those numbers, row by row.
    public record Output(int width, float[] values) {}

    /// One setting; `eval_metric` may come several times.
    public record Parameter(String name, String value) {}

    /// A model without trees that is to learn from these matrices.
    public static XgboostBooster create(XgboostLibrary library, List<XgboostMatrix> matrices) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ADDRESS);
            library.boosterCreate.call(handles(arena, matrices), (long) matrices.size(), out);
            return new XgboostBooster(library, out.get(ADDRESS, 0));
        }
    }

    /// Becomes the model in the bytes of a file: UBJSON or JSON.
    public void restore(byte[] model) {
        try (Arena arena = Arena.ofConfined()) {
            library.boosterLoad.call(
                    handle, arena.allocateFrom(JAVA_BYTE, model), (long) model.length);
        }
    }

    public void set(List<Parameter> parameters) {
        try (Arena arena = Arena.ofConfined()) {
            for (Parameter parameter : parameters) {
                library.boosterSetParameter.call(
                        handle,
                        arena.allocateFrom(parameter.name()),
                        arena.allocateFrom(parameter.value()));
            }
        }
    }

    /// Learns one more round.
    public void update(int iteration, XgboostMatrix train) {
        library.boosterUpdate.call(handle, iteration, train.handle);
    }

    /// What the library measures after a round: `[0]\ttrain-auc:0.9\tvalidation-auc:0.8`.
    public String evaluate(int iteration, Map<String, XgboostMatrix> sets) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment names = arena.allocate(ADDRESS, sets.size());
            int index = 0;
            for (String name : sets.keySet()) {
                names.setAtIndex(ADDRESS, index++, arena.allocateFrom(name));
            }
            MemorySegment out = arena.allocate(ADDRESS);
            library.boosterEvaluate.call(
                    handle,
                    iteration,
                    handles(arena, List.copyOf(sets.values())),
                    names,
                    (long) sets.size(),
                    out);
            return XgboostLibrary.text(out.get(ADDRESS, 0));
        }
    }

    /// What the model says of each row.
    public Output predict(XgboostMatrix rows) {
        return predict(rows, OUTPUT);
    }

    /// The sums of the trees, before they become probabilities or classes.
    public Output margins(XgboostMatrix rows) {
        return predict(rows, MARGIN);
    }

    /// What the model says of dense rows, without a matrix of their own.
    public Output predict(MemorySegment values, int rows, int columns) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment shape = call.allocate(ADDRESS);
            MemorySegment dimensions = call.allocate(JAVA_LONG);
            MemorySegment out = call.allocate(ADDRESS);
            library.boosterPredictDense.call(
                    handle,
                    call.allocateFrom(XgboostMatrix.interfaceOf(values, "<f4", rows, columns)),
                    denseConfiguration,
                    MemorySegment.NULL,
                    shape,
                    dimensions,
                    out);
            return output(shape, dimensions, out);
        }
    }

    public int rounds() {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment out = call.allocate(JAVA_INT);
            library.boosterRounds.call(handle, out);
            return out.get(JAVA_INT, 0);
        }
    }

    public int features() {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment out = call.allocate(JAVA_LONG);
            library.boosterFeatures.call(handle, out);
            return Math.toIntExact(out.get(JAVA_LONG, 0));
        }
    }

    /// The model with its first rounds only.
    public XgboostBooster firstRounds(int count) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment out = call.allocate(ADDRESS);
            library.boosterSlice.call(handle, 0, count, 1, out);
            return new XgboostBooster(library, out.get(ADDRESS, 0));
        }
    }

    public void setAttribute(String name, String value) {
        try (Arena call = Arena.ofConfined()) {
            library.boosterSetAttribute.call(
                    handle, call.allocateFrom(name), call.allocateFrom(value));
        }
    }

    /// The model's file.
    public byte[] save() {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment length = call.allocate(JAVA_LONG);
            MemorySegment out = call.allocate(ADDRESS);
            library.boosterSave.call(handle, call.allocateFrom(UBJ), length, out);
            return out.get(ADDRESS, 0).reinterpret(length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
        }
    }

    /// The model's settings as JSON, as `Booster.save_config` of Python gives them.
    public String configuration() {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment out = call.allocate(ADDRESS);
            library.boosterConfiguration.call(handle, call.allocate(JAVA_LONG), out);
            return XgboostLibrary.text(out.get(ADDRESS, 0));
        }
    }

    @Override
    public void close() {
        library.boosterFree.call(handle);
    }

    private Output predict(XgboostMatrix rows, int type) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment shape = call.allocate(ADDRESS);
            MemorySegment dimensions = call.allocate(JAVA_LONG);
            MemorySegment out = call.allocate(ADDRESS);
            library.boosterPredict.call(
                    handle,
                    rows.handle,
                    call.allocateFrom(configuration(type)),
                    shape,
                    dimensions,
                    out);
            return output(shape, dimensions, out);
        }
    }

    private static Output output(MemorySegment shape, MemorySegment dimensions, MemorySegment out) {
        long count = dimensions.get(JAVA_LONG, 0);
        MemorySegment sizes = shape.get(ADDRESS, 0).reinterpret(count * Long.BYTES);
        long rows = sizes.get(JAVA_LONG, 0);
        long width = 1;
        for (int i = 1; i < count; i++) {
            width *= sizes.getAtIndex(JAVA_LONG, i);
        }
        return new Output(
                Math.toIntExact(width), XgboostLibrary.floats(out.get(ADDRESS, 0), rows * width));
    }

    private static String configuration(int type) {
        return "{\"type\":%d,\"training\":false,\"iteration_begin\":0,\"iteration_end\":0,"
                        .formatted(type)
                + "\"strict_shape\":false,\"missing\":NaN,\"cache_id\":0}";
    }

    private static MemorySegment handles(Arena arena, List<XgboostMatrix> matrices) {
        MemorySegment handles = arena.allocate(ADDRESS, Math.max(1, matrices.size()));
        for (int i = 0; i < matrices.size(); i++) {
            handles.setAtIndex(ADDRESS, i, matrices.get(i).handle);
        }
        return handles;
    }
}
