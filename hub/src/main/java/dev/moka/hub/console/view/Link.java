package dev.moka.hub.console.view;

/// A way on from here: the words, where it goes, and how it looks.
public record Link(String word, String href, String css) {

    /// A plain link.
    public static Link to(String word, String href) {
        return new Link(word, href, "");
    }
}
