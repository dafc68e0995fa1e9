package dev.moka.algorithms.data;

import dev.moka.formats.text.LineSource;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// What stands between a CSV file's fields, guessed from its first line as AWS's container does:
/// comma, tab, semicolon, bar or space.
enum Delimiter {
    COMMA(','),
    TAB('\t'),
    SEMICOLON(';'),
    BAR('|'),
    SPACE(' ');

    private final char mark;

    Delimiter(char mark) {
        this.mark = mark;
    }

    char mark() {
        return mark;
    }

    static Delimiter of(Path file) throws IOException {
        try (var lines = new LineSource(DataFileInput.open(file), ChannelFiles.name(file))) {
            return lines.nextNotBlank() ? of(lines.text()) : COMMA;
        }
    }

    /// The first mark in the order above that the line has.
    static Delimiter of(String line) {
        String trimmed = line.strip();
        for (Delimiter delimiter : values()) {
            if (trimmed.indexOf(delimiter.mark) >= 0) {
                return delimiter;
            }
        }
        return COMMA;
    }

    /// The stream with commas instead.
    InputStream commas(InputStream in) {
        return this == COMMA ? in : new Commas(in, (byte) mark);
    }

    private static final class Commas extends FilterInputStream {
        private final byte mark;

        private Commas(InputStream in, byte mark) {
            super(in);
            this.mark = mark;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            return value == mark ? ',' : value;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            for (int i = from; i < from + count; i++) {
                if (bytes[i] == mark) {
                    bytes[i] = ',';
                }
            }
            return count;
        }
    }
}
