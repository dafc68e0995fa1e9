package dev.moka.formats.recordio;

import dev.moka.formats.data.ElementType;
import dev.moka.formats.data.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/// Puts records into a buffer as protobuf writes them, from the last field to the first.
final class RecordEncoder {
    private static final int FEATURES = 1;
    private static final int LABEL = 2;
    private final BackwardBuffer buffer;

    RecordEncoder(BackwardBuffer buffer) {
        this.buffer = buffer;
    }

    /// A dense row, as a feature (first) or label (before the features are put in).
    void dense(boolean label, Values values, int from, int count) {
        int end = buffer.size();
        if (count > 0) {
            buffer.packed(values, from, count);
            close(1, end);
        }
        number(label ? LABEL : FEATURES, ProtobufRecord.VALUES, values.type(), end);
    }

    /// A sparse row: `count` values whose keys a function gives.
    void sparse(Values values, int from, int count, IntToLongFunction keys, long columns) {
        int end = buffer.size();
        buffer.varint(columns);
        close(3, end);
        sparseParts(values, from, count, keys);
        number(FEATURES, ProtobufRecord.VALUES, values.type(), end);
    }

    /// A whole record.
    void record(ProtobufRecord record) {
        text(5, record.configuration());
        text(4, record.metadata());
        text(3, record.uid());
        tensors(LABEL, record.labels());
        tensors(FEATURES, record.features());
    }

    private void tensors(int field, SequencedMap<String, Tensor> tensors) {
        List<Map.Entry<String, Tensor>> backward =
                new ArrayList<>(tensors.sequencedEntrySet().reversed());
        for (var entry : backward) {
            int end = buffer.size();
            switch (entry.getValue()) {
                case Tensor.Numbers(var values, var keys, var shape) -> {
                    for (int index = shape.length - 1; index >= 0; index--) {
                        buffer.varint(shape[index]);
                    }
                    if (shape.length > 0) {
                        close(3, end);
                    }
                    sparseParts(
                            values,
                            0,
                            values.size(),
                            keys.length == 0 ? null : index -> keys[index]);
                    number(field, entry.getKey(), values.type(), end);
                }
                case Tensor.Bytes bytes -> blobs(field, entry.getKey(), bytes, end);
            }
        }
    }

    private void sparseParts(Values values, int from, int count, @Nullable IntToLongFunction keys) {
        if (count == 0) {
            return;
        }
        int end = buffer.size();
        if (keys != null) {
            for (int index = from + count - 1; index >= from; index--) {
                buffer.varint(keys.applyAsLong(index));
            }
            close(2, end);
        }
        end = buffer.size();
        buffer.packed(values, from, count);
        close(1, end);
    }

    private void blobs(int field, String key, Tensor.Bytes bytes, int end) {
        text(2, bytes.contentType());
        for (byte[] blob : bytes.values().reversed()) {
            int blobEnd = buffer.size();
            buffer.bytes(blob);
            close(1, blobEnd);
        }
        close(9, end);
        entry(field, key, end);
    }

    private void number(int field, String key, ElementType type, int end) {
        int kind =
                switch (type) {
                    case FLOAT32 -> 2;
                    case FLOAT64 -> 3;
                    case INT32 -> 7;
                };
        close(kind, end);
        entry(field, key, end);
    }

    /// Makes what was put in since `end` the value of a map's entry.
    private void entry(int field, String key, int end) {
        close(2, end);
        int keyEnd = buffer.size();
        buffer.string(key);
        close(1, keyEnd);
        close(field, end);
    }

    private void text(int field, @Nullable String text) {
        if (text != null) {
            int end = buffer.size();
            buffer.string(text);
            close(field, end);
        }
    }

    /// Puts length and tag before what was put in since `end`.
    private void close(int field, int end) {
        buffer.varint(buffer.size() - end);
        buffer.varint(field << 3 | Wire.BYTES);
    }
}
