package dev.moka.formats.ndarray;

import dev.moka.formats.data.Values;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A writer of MXNet NDArray files, dense and of version 2, which every MXNet from 1.0 reads.
public final class NdArrayWriter {
    private static final int CPU = 1;

    private NdArrayWriter() {}

    /// Writes the arrays into a file, replacing it.
    public static void write(NdArrays arrays, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(arrays, out);
        }
    }

    /// Writes the arrays to a stream, which stays open.
    public static void write(NdArrays arrays, OutputStream stream) throws IOException {
        var out = new BufferedOutputStream(stream, 1 << 16);
        out.write(header(arrays.arrays().size()));
        for (NdArray array : arrays.arrays()) {
            array(array, out);
        }
        out.write(length(arrays.names().size()));
        for (String name : arrays.names()) {
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            out.write(length(text.length));
            out.write(text);
        }
        out.flush();
    }

    private static byte[] header(int count) {
        byte[] head = new byte[24];
        over(head).putLong(NdArrayReader.LIST_MAGIC).putLong(0).putLong(count);
        return head;
    }

    private static byte[] length(int length) {
        byte[] bytes = new byte[8];
        over(bytes).putLong(length);
        return bytes;
    }

    private static void array(NdArray array, OutputStream out) throws IOException {
        int[] shape = array.shape();
        if (shape.length == 0 || shape.length > NdArrayReader.MOST_DIMENSIONS) {
            throw new IllegalArgumentException(
                    "an array has 1 to %d dimensions, not %d"
                            .formatted(NdArrayReader.MOST_DIMENSIONS, shape.length));
        }
        byte[] bytes = new byte[24 + 8 * shape.length];
        ByteBuffer head = over(bytes);
        head.putInt(NdArrayReader.V2).putInt(0).putInt(shape.length);
        for (int extent : shape) {
            head.putLong(extent);
        }
        head.putInt(CPU).putInt(0).putInt(StoredType.of(array.values().type()).flag());
        out.write(bytes);
        values(array.values(), out);
    }

    private static void values(Values values, OutputStream out) throws IOException {
        byte[] bytes = new byte[1 << 13];
        ByteBuffer piece = over(bytes);
        for (int index = 0; index < values.size(); index++) {
            switch (values) {
                case Values.Floats(var floats) -> piece.putFloat(floats[index]);
                case Values.Doubles(var doubles) -> piece.putDouble(doubles[index]);
                case Values.Ints(var ints) -> piece.putInt(ints[index]);
            }
            if (!piece.hasRemaining()) {
                out.write(bytes);
                piece.clear();
            }
        }
        out.write(bytes, 0, piece.position());
    }

    private static ByteBuffer over(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
