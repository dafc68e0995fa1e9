package dev.moka.kernel.output;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The `System.out` or `System.err` that cells see. Text goes straight to the cell's output,
/// without an encoder between.
///
/// `flush()` does nothing: a logger flushes after each line, and a message for each line is what
/// this package avoids. What is printed appears a few hundredths of a second later in any case.
public final class CellPrintStream extends PrintStream {
    private static final String NEWLINE = System.lineSeparator();

    private final StreamName name;
    private final OutputRouter router;
    private final PrintStream fallback;

    /// @param fallback takes what is printed before there is a cell
    public CellPrintStream(StreamName name, OutputRouter router, PrintStream fallback) {
        super(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        this.name = name;
        this.router = router;
        this.fallback = fallback;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        Optional<CellOutput> output = router.current();
        if (output.isPresent()) {
            output.get().write(name, bytes, offset, length);
        } else {
            fallback.write(bytes, offset, length);
        }
    }

    @Override
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void writeBytes(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public boolean checkError() {
        return false;
    }

    @Override
    public void print(@Nullable String text) {
        text(String.valueOf(text), "");
    }

    @Override
    public void print(@Nullable Object value) {
        text(String.valueOf(value), "");
    }

    @Override
    public void print(char[] text) {
        text(String.valueOf(text), "");
    }

    @Override
    public void print(boolean value) {
        text(Boolean.toString(value), "");
    }

    @Override
    public void print(char value) {
        text(String.valueOf(value), "");
    }

    @Override
    public void print(int value) {
        text(Integer.toString(value), "");
    }

    @Override
    public void print(long value) {
        text(Long.toString(value), "");
    }

    @Override
    public void print(float value) {
        text(Float.toString(value), "");
    }

    @Override
    public void print(double value) {
        text(Double.toString(value), "");
    }

    @Override
    public void println() {
        text("", NEWLINE);
    }

    @Override
    public void println(@Nullable String text) {
        text(String.valueOf(text), NEWLINE);
    }

    @Override
    public void println(@Nullable Object value) {
        text(String.valueOf(value), NEWLINE);
    }

    @Override
    public void println(char[] text) {
        text(String.valueOf(text), NEWLINE);
    }

    @Override
    public void println(boolean value) {
        text(Boolean.toString(value), NEWLINE);
    }

    @Override
    public void println(char value) {
        text(String.valueOf(value), NEWLINE);
    }

    @Override
    public void println(int value) {
        text(Integer.toString(value), NEWLINE);
    }

    @Override
    public void println(long value) {
        text(Long.toString(value), NEWLINE);
    }

    @Override
    public void println(float value) {
        text(Float.toString(value), NEWLINE);
    }

    @Override
    public void println(double value) {
        text(Double.toString(value), NEWLINE);
    }

    private void text(String text, String end) {
        Optional<CellOutput> output = router.current();
        if (output.isPresent()) {
            output.get().print(name, text, end);
        } else {
            fallback.print(text + end);
        }
    }
}
