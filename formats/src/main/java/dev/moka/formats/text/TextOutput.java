package dev.moka.formats.text;

import dev.moka.formats.data.Values;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A UTF-8 stream that numbers and text are appended to; a number is written as the shortest text
/// that reads back as itself.
public final class TextOutput implements Closeable {
    private static final int FULL = 1 << 15;

    private final OutputStream out;
    private final StringBuilder text = new StringBuilder();

    /// Writes to `out`, and closes it in the end.
    public TextOutput(OutputStream out) {
        this.out = out;
    }

    /// Appends text.
    public TextOutput append(String more) {
        text.append(more);
        return this;
    }

    /// Appends a character.
    public TextOutput append(char more) {
        text.append(more);
        return this;
    }

    /// Appends an integer.
    public TextOutput append(long more) {
        text.append(more);
        return this;
    }

    /// Appends one number of a list.
    public TextOutput append(Values values, int index) {
        switch (values) {
            case Values.Floats(var floats) -> text.append(floats[index]);
            case Values.Doubles(var doubles) -> text.append(doubles[index]);
            case Values.Ints(var ints) -> text.append(ints[index]);
        }
        return this;
    }

    /// Ends a line.
    public void endLine() throws IOException {
        text.append('\n');
        flushWhenFull();
    }

    /// Passes on what was appended once it is much.
    public void flushWhenFull() throws IOException {
        if (text.length() > FULL) {
            flush();
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }

    private void flush() throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }
}
