package dev.moka.kernel.engine;

/// What an engine knows of the stack frames of its cells.
public interface Frames {
    /// Whether the frame is one of a cell's code.
    boolean isCell(StackTraceElement frame);

    /// Such a frame in the person's terms: the cell as its file, the cell's line, the person's
    /// names.
    StackTraceElement localize(StackTraceElement frame);
}
