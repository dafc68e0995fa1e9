package dev.moka.formats.parquet;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.ColumnMetaData;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.metadata.RowGroup;
import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// A look at every page's header before the file is read: the library takes their figures at their
/// word, and on wrong ones it can allocate without bound or never end.
final class PageCheck {
    private static final int LONGEST_HEADER = 1 << 16;
    private static final long LARGEST_PAGE = 1L << 28;
    private static final int TYPE = 1;
    private static final int UNCOMPRESSED = 2;
    private static final int COMPRESSED = 3;
    private static final int VALUES_V1 = 501;
    private static final int VALUES_V2 = 801;
    private static final long DATA_PAGE = 0;
    private static final long DICTIONARY_PAGE = 2;
    private static final long DATA_PAGE_V2 = 3;

    private final InputFile file;
    private final Place place;

    private PageCheck(InputFile file, String source) {
        this.file = file;
        place = Place.of(source);
    }

    static void check(InputFile file, FileMetaData metadata, String source) throws IOException {
        var check = new PageCheck(file, source);
        long rows = 0;
        for (RowGroup group : metadata.rowGroups()) {
            rows += group.numRows();
            for (ColumnChunk chunk : group.columns()) {
                check.chunk(chunk.metaData(), group.numRows());
            }
        }
        if (rows != metadata.numRows()) {
            throw check.wrong(
                    "says that it has %d rows; its groups have %d"
                            .formatted(metadata.numRows(), rows));
        }
    }

    private void chunk(ColumnMetaData chunk, long rows) throws IOException {
        Long dictionary = chunk.dictionaryPageOffset();
        long at = dictionary != null && dictionary > 0 ? dictionary : chunk.dataPageOffset();
        long end = at + chunk.totalCompressedSize();
        if (at < 0 || end < at || end > file.length()) {
            throw wrong("a column lies outside the file");
        }
        long values = 0;
        while (at < end) {
            ByteBuffer header = file.readRange(at, (int) Math.min(LONGEST_HEADER, end - at));
            int begin = header.position();
            Map<Integer, Long> figures = new HashMap<>();
            try {
                ThriftReader.read(header, figures::put);
            } catch (RuntimeException e) {
                throw new FormatException(place, "a page's header can't be read", e);
            }
            at += header.position() - begin + size(figures, end - at);
            values += values(figures);
        }
        if (at != end || values != rows || values != chunk.numValues()) {
            throw wrong(
                    "a column's pages have %d values where %d rows were promised"
                            .formatted(values, rows));
        }
    }

    private long size(Map<Integer, Long> figures, long left) {
        long compressed = figures.getOrDefault(COMPRESSED, -1L);
        long uncompressed = figures.getOrDefault(UNCOMPRESSED, -1L);
        if (compressed < 0 || compressed > left || uncompressed < 0) {
            throw wrong(
                    "a page says that it has %d bytes, %d are left".formatted(compressed, left));
        }
        if (uncompressed > LARGEST_PAGE) {
            throw wrong(
                    "a page says that it has %,d bytes; %,d is the most"
                            .formatted(uncompressed, LARGEST_PAGE));
        }
        return compressed;
    }

    private long values(Map<Integer, Long> figures) {
        long type = figures.getOrDefault(TYPE, -1L);
        if (type == DICTIONARY_PAGE) {
            return 0;
        }
        if (type != DATA_PAGE && type != DATA_PAGE_V2) {
            throw wrong("a page has the unknown type " + type);
        }
        long values = figures.getOrDefault(type == DATA_PAGE ? VALUES_V1 : VALUES_V2, 0L);
        if (values < 1) {
            throw wrong("a page says that it has %d values".formatted(values));
        }
        return values;
    }

    private FormatException wrong(String problem) {
        return new FormatException(place, problem);
    }
}
