package dev.moka.kernel.output;

/// One of the two text streams of a cell.
public enum StreamName {
    STDOUT("stdout"),
    STDERR("stderr");

    private final String wireName;

    StreamName(String wireName) {
        this.wireName = wireName;
    }

    /// What a `stream` message calls it.
    public String wireName() {
        return wireName;
    }
}
