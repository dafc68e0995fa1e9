package dev.moka.hub.notebook;

/// Where one start writes down what happens; each line gets the time.
public interface StartLog extends AutoCloseable {

    /// A line of Moka's own.
    void line(String text);

    /// A line that a script printed. It is left out when scripts have printed more than the log
    /// keeps, which the log says.
    void output(String text);

    /// As [#output], for what a script printed to its standard error.
    void error(String text);

    @Override
    void close();
}
