package dev.moka.kernel.api;

/// How the values of one type look in a notebook, for types that cannot be {@link Displayable}
/// themselves.
///
/// @param <T> the type
@FunctionalInterface
public interface Renderer<T> {
    /// How the value looks now.
    DisplayData render(T value);
}
