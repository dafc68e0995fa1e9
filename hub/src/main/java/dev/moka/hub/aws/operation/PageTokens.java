package dev.moka.hub.aws.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moka.hub.account.Vault;
import dev.moka.hub.errors.ValidationException;
import org.jspecify.annotations.Nullable;

/// Tokens that say where the next page of a list begins.
///
/// A token holds its place itself, sealed with the hub's master key and bound to the account and
/// the query that it came from: it survives a restart, and a forged one or one of another query is
/// refused.
public final class PageTokens {
    private final Vault vault;

    public PageTokens(Vault vault) {
        this.vault = vault;
    }

    /// A token for a place in a list.
    ///
    /// @param query the operation and everything that decides what the list holds and how it is
    ///   sorted, as text; not the size of a page
    public String token(Call call, String query, String place) {
        return vault.seal(place.getBytes(UTF_8), purpose(call, query))
                .replace('+', '-')
                .replace('/', '_')
                .replace("=", "");
    }

    /// Where the page begins; null at the first page.
    public @Nullable String place(Call call, String query, @Nullable String token) {
        if (token == null || token.isEmpty()) {
            return null;
        }
        String padded = token + "=".repeat((4 - token.length() % 4) % 4);
        return vault.open(padded.replace('-', '+').replace('_', '/'), purpose(call, query))
                .map(place -> new String(place, UTF_8))
                .orElseThrow(() ->
                        new ValidationException(
                                "Invalid NextToken: it does not come from this query of this"
                                        + " account"));
    }

    private static String purpose(Call call, String query) {
        return "page/%s/%s".formatted(call.principal().account(), query);
    }
}
