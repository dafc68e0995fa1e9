package dev.moka.formats.ndarray;

import dev.moka.formats.data.ElementType;
import dev.moka.formats.data.Values;
import dev.moka.formats.data.ValuesBuilder;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A reader of MXNet NDArray files (`.params`, `.nd`): a list header, dense arrays of version 1, 2
/// or 3, and their names. Float32, float64 and int32 keep their type; uint8, int8 and float16 are
/// widened; int64 must fit into 32 bits.
public final class NdArrayReader {
    static final long LIST_MAGIC = 0x112;
    static final int V1 = 0xF993FAC8;
    static final int V2 = 0xF993FAC9;
    static final int V3 = 0xF993FACA;
    static final int MOST_DIMENSIONS = 32;
    private static final long MOST_ARRAYS = 1_000_000;

    private final LittleEndianInput in;

    private NdArrayReader(InputStream in, String source) {
        this.in = new LittleEndianInput(new BufferedInputStream(in, 1 << 16), source);
    }

    /// The arrays of a file.
    public static NdArrays read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.getFileName().toString());
        }
    }

    /// The arrays of a stream, which stays open; `source` is its name in messages.
    public static NdArrays read(InputStream in, String source) throws IOException {
        return new NdArrayReader(in, source).list();
    }

    private NdArrays list() throws IOException {
        long magic = in.int64();
        if (magic != LIST_MAGIC) {
            throw in.wrong("begins with 0x%X where an NDArray file has 0x112".formatted(magic));
        }
        in.int64();
        long count = count("arrays");
        List<NdArray> arrays = new ArrayList<>();
        for (long number = 1; number <= count; number++) {
            in.array(number);
            arrays.add(array());
        }
        long nameCount = count("names");
        if (nameCount != 0 && nameCount != count) {
            throw in.wrong("has %d names for %d arrays".formatted(nameCount, count));
        }
        List<String> names = new ArrayList<>();
        for (long number = 0; number < nameCount; number++) {
            names.add(name());
        }
        if (!in.atEnd()) {
            throw in.wrong("has more bytes after the last name");
        }
        return new NdArrays(arrays, names);
    }

    private long count(String what) throws IOException {
        long count = in.int64();
        if (count < 0 || count > MOST_ARRAYS) {
            throw in.wrong(
                    "says that it has %s %s; %,d is the most"
                            .formatted(Long.toUnsignedString(count), what, MOST_ARRAYS));
        }
        return count;
    }

    private String name() throws IOException {
        long length = count("bytes in a name");
        return new String(in.bytes((int) length), StandardCharsets.UTF_8);
    }

    private NdArray array() throws IOException {
        int magic = in.int32();
        if (magic != V1 && magic != V2 && magic != V3) {
            throw in.wrong("has the version mark 0x%08X; 1, 2 and 3 can be read".formatted(magic));
        }
        if (magic != V1 && in.int32() != 0) {
            throw in.wrong("is stored sparse; only dense arrays can be read");
        }
        int[] shape = shape();
        if (shape.length == 0 && magic != V3) {
            return new NdArray(new int[] {0}, Values.none(ElementType.FLOAT32));
        }
        in.int32();
        in.int32();
        int type = in.int32();
        return new NdArray(shape, values(type, NdArray.size(shape)));
    }

    private int[] shape() throws IOException {
        int dimensions = in.int32();
        if (dimensions < 0 || dimensions > MOST_DIMENSIONS) {
            throw in.wrong(
                    "says that it has %d dimensions; %d is the most"
                            .formatted(dimensions, MOST_DIMENSIONS));
        }
        int[] shape = new int[dimensions];
        for (int dimension = 0; dimension < dimensions; dimension++) {
            long extent = in.int64();
            if (extent < 0 || extent > Integer.MAX_VALUE) {
                throw in.wrong("has a dimension of %d".formatted(extent));
            }
            shape[dimension] = (int) extent;
        }
        return shape;
    }

    private Values values(int type, long count) throws IOException {
        StoredType stored = StoredType.of(type, in);
        if (count > Integer.MAX_VALUE - 8) {
            throw in.wrong("has more than %,d numbers".formatted(Integer.MAX_VALUE - 8));
        }
        ValuesBuilder values = ValuesBuilder.of(stored.element());
        in.pieces(count * stored.bytes(), piece -> stored.add(piece, values, in));
        return values.build();
    }
}
