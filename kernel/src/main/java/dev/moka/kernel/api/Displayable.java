package dev.moka.kernel.api;

/// A value that knows how it looks in a notebook.
@FunctionalInterface
public interface Displayable {
    /// How the value looks now.
    DisplayData render();
}
