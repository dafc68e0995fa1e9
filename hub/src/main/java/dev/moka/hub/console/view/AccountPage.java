package dev.moka.hub.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person's own account: password, API tokens, signed-in browsers.
public record AccountPage(
        Frame frame,
        String name,
        String role,
        String rule,
        Form form,
        @Nullable String newToken,
        List<Token> tokens,
        List<Browser> sessions) {

    /// An API token in the list.
    public record Token(String id, String label, String created, String used) {}

    /// A browser that is signed in.
    public record Browser(
            String id,
            String browser,
            String address,
            String created,
            String seen,
            boolean current) {}

    public AccountPage {
        tokens = List.copyOf(tokens);
        sessions = List.copyOf(sessions);
    }
}
