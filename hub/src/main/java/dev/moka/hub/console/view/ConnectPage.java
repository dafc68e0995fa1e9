package dev.moka.hub.console.view;

import java.util.List;

/// How to point one's AWS clients at the hub.
///
/// @param keyId of the viewer's key, or what to put there
public record ConnectPage(
        Frame frame,
        String account,
        String region,
        String endpoint,
        String role,
        String keyId,
        boolean hasKey,
        List<Snippet> snippets) {

    /// Something to copy.
    ///
    /// @param id of its element
    public record Snippet(String id, String title, String hint, String text) {}

    public ConnectPage {
        snippets = List.copyOf(snippets);
    }
}
