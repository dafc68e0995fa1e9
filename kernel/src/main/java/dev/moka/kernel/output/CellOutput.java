package dev.moka.kernel.output;

import java.util.concurrent.locks.ReentrantLock;

/// What one cell prints, collected into large pieces. A piece is passed on when it is big enough,
/// when the other stream is written to, when {@link #flush} is called, and a few hundredths of a
/// second after its first character. The order of both streams is kept. Usable from any thread,
/// also after the cell has ended.
public final class CellOutput {
    /// The size, in characters, at which a piece is passed on.
    static final int PIECE = 32 * 1024;

    private final Sink sink;
    private final FlushTimer timer;
    private final ReentrantLock lock = new ReentrantLock();
    private final StringBuilder piece = new StringBuilder();
    private final Utf8Text stdoutBytes = new Utf8Text();
    private final Utf8Text stderrBytes = new Utf8Text();
    private StreamName stream = StreamName.STDOUT;

    /// @param sink takes the pieces, in order, one at a time; it may make its caller wait
    public CellOutput(Sink sink, FlushTimer timer) {
        this.sink = sink;
        this.timer = timer;
    }

    /// Adds text and, when it is a line, its end.
    void print(StreamName to, String text, String end) {
        lock.lock();
        try {
            switchTo(to);
            boolean first = piece.isEmpty();
            piece.append(text).append(end);
            added(first);
        } finally {
            lock.unlock();
        }
    }

    /// Adds bytes of UTF-8.
    void write(StreamName to, byte[] bytes, int offset, int length) {
        lock.lock();
        try {
            switchTo(to);
            boolean first = piece.isEmpty();
            Utf8Text decoder = to == StreamName.STDOUT ? stdoutBytes : stderrBytes;
            decoder.decode(bytes, offset, length, piece);
            added(first);
        } finally {
            lock.unlock();
        }
    }

    /// Passes on what there is.
    public void flush() {
        lock.lock();
        try {
            passOn(piece.length());
        } finally {
            lock.unlock();
        }
    }

    private void added(boolean first) {
        if (piece.length() >= PIECE) {
            int whole = piece.length();
            // A surrogate pair must not be split: its other half may come with the next character.
            passOn(Character.isHighSurrogate(piece.charAt(whole - 1)) ? whole - 1 : whole);
        } else if (first && !piece.isEmpty()) {
            timer.flushSoon(this);
        }
    }

    private void switchTo(StreamName to) {
        if (to != stream) {
            passOn(piece.length());
            stream = to;
        }
    }

    private void passOn(int length) {
        int start = 0;
        while (start < length) {
            int end = Math.min(start + 2 * PIECE, length);
            if (end < length && Character.isHighSurrogate(piece.charAt(end - 1))) {
                end--;
            }
            sink.stream(stream, WellFormed.text(piece.substring(start, end)));
            start = end;
        }
        piece.delete(0, length);
    }

    /// Takes what a cell prints.
    @FunctionalInterface
    public interface Sink {
        /// Takes one piece.
        ///
        /// @param text never empty, at most a few ten thousand characters
        void stream(StreamName stream, String text);
    }
}
