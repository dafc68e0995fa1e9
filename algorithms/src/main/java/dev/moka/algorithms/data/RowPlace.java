package dev.moka.algorithms.data;

import dev.moka.formats.text.LineSource;
import java.io.IOException;
import java.nio.file.Path;

/// Where a row that turned out wrong stands in its file. Rows are counted while they are read,
/// lines are not; so the file is read once more.
public final class RowPlace {
    private RowPlace() {}

    /// `part-0.csv, line 17`.
    public static String of(Batch batch, int rowOfBatch) {
        long row = batch.firstRow() + rowOfBatch;
        String name = ChannelFiles.name(batch.file());
        try {
            long line = lineOf(batch.file(), row);
            return line > 0 ? name + ", line " + line : name + ", record " + (row + 1);
        } catch (IOException _) {
            return name + ", record " + (row + 1);
        }
    }

    /// The line that holds the row of that number (from 0); 0 when the file is not text.
    private static long lineOf(Path file, long row) throws IOException {
        String name = ChannelFiles.name(file);
        try (var lines = new LineSource(DataFileInput.open(file), name)) {
            long seen = 0;
            while (lines.nextNotBlank()) {
                if (binary(lines)) {
                    return 0;
                }
                if (seen++ == row) {
                    return lines.number();
                }
            }
            return 0;
        }
    }

    private static boolean binary(LineSource lines) {
        for (int i = lines.start(); i < lines.end(); i++) {
            byte b = lines.bytes()[i];
            if (b >= 0 && b < ' ' && b != '\t') {
                return true;
            }
        }
        return false;
    }
}
