package dev.moka.formats.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Structs in Thrift's compact protocol, in which Parquet keeps its headers and its footer. Fields
/// go in ascending order.
final class ThriftWriter {
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int last;

    /// One struct as bytes.
    static byte[] struct(Consumer<ThriftWriter> fields) {
        var writer = new ThriftWriter();
        fields.accept(writer);
        writer.out.write(0);
        return writer.out.toByteArray();
    }

    ThriftWriter i32(int field, int value) {
        header(field, I32);
        varint(zigzag(value));
        return this;
    }

    ThriftWriter i64(int field, long value) {
        header(field, I64);
        varint(zigzag(value));
        return this;
    }

    ThriftWriter string(int field, String value) {
        header(field, BINARY);
        string(value);
        return this;
    }

    ThriftWriter struct(int field, Consumer<ThriftWriter> fields) {
        header(field, STRUCT);
        nested(fields);
        return this;
    }

    <T> ThriftWriter structs(int field, List<T> items, BiConsumer<ThriftWriter, T> fields) {
        list(field, STRUCT, items.size());
        items.forEach(item -> nested(writer -> fields.accept(writer, item)));
        return this;
    }

    ThriftWriter ints(int field, int... values) {
        list(field, I32, values.length);
        for (int value : values) {
            varint(zigzag(value));
        }
        return this;
    }

    ThriftWriter strings(int field, List<String> values) {
        list(field, BINARY, values.size());
        values.forEach(this::string);
        return this;
    }

    private void nested(Consumer<ThriftWriter> fields) {
        outer.push(last);
        last = 0;
        fields.accept(this);
        out.write(0);
        last = outer.pop();
    }

    private void list(int field, int type, int size) {
        header(field, LIST);
        if (size < 15) {
            out.write((size << 4) | type);
        } else {
            out.write(0xF0 | type);
            varint(size);
        }
    }

    private void header(int field, int type) {
        out.write(((field - last) << 4) | type);
        last = field;
    }

    private void string(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
