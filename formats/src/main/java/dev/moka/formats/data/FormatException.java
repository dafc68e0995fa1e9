package dev.moka.formats.data;

/// The answer to data that is not what its format says: its message names the source, the record,
/// the column and the value.
public final class FormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// An error about no place in particular.
    public FormatException(String message) {
        super(message);
    }

    /// An error at a place.
    public FormatException(Place place, String problem) {
        super(place + ": " + problem);
    }

    /// An error at a place, with what caused it.
    public FormatException(Place place, String problem, Throwable cause) {
        super(place + ": " + problem, cause);
    }
}
