package dev.moka.kernel.guard;

/// Unwinds a cell that was interrupted. An error, so that the usual `catch (Exception e)` does not
/// swallow it; where a cell swallows it all the same, its next stop check throws it again.
public final class Stopped extends Error {
    private static final long serialVersionUID = 1;

    Stopped() {
        super("interrupted", null, false, false);
    }
}
