package dev.moka.sdk.progress;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/// Bars in a terminal, each on a line that is written over until it is done.
public final class TerminalProgress implements Progress {
    private static final int WIDTH = 24;
    private final PrintStream out;
    private final LongSupplier nanoTime;

    /// Bars on `out`, timed by a clock of nanoseconds.
    public TerminalProgress(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
    }

    @Override
    public Transfer begin(String what, long bytes) {
        return new Bar(what, bytes, this::draw, nanoTime);
    }

    private void draw(Bar bar, boolean last) {
        int full = (int) Math.round(bar.share() * WIDTH);
        String line =
                "\r%s [%s%s] %3d %%  %s\u001b[K"
                        .formatted(
                                bar.what(),
                                "#".repeat(full),
                                "-".repeat(WIDTH - full),
                                (int) (bar.share() * 100),
                                bar.figures());
        out.print(last ? line + System.lineSeparator() : line);
        out.flush();
    }
}
