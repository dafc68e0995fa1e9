package dev.moka.lab.notebook;

/// A file or tree that is no notebook; the message says where and why.
public final class NotebookException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Makes an exception with words for the person.
    public NotebookException(String message) {
        super(message);
    }

    /// The words for the person.
    public String message() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
