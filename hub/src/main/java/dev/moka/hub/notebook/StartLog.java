package dev.moka.hub.notebook;

/// Where one start writes down what happens; each line gets the time. Bounded: what is too much is
/// cut with a notice.
public interface StartLog extends AutoCloseable {

    void line(String text);

    @Override
    void close();
}
