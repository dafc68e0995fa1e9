package dev.moka.kernel.engine.javac;

/// A part of a cell that is compiled as one.
record Range(int start, int end) {
    boolean contains(Piece piece) {
        return piece.start() >= start && piece.end() <= end;
    }
}
