package dev.moka.packages;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/// A place that serves artifacts in Maven's layout.
///
/// @param id names it in messages and in `settings.xml` (mirrors, credentials)
/// @param uri `http`, `https` or `file`
public record Repository(String id, URI uri) {
    private static final Set<String> SCHEMES = Set.of("http", "https", "file");

    /// Refuses addresses that no resolver can read.
    public Repository {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (id.isBlank() || !SCHEMES.contains(scheme)) {
            throw new IllegalArgumentException(
                    "repository '%s' has the address '%s'; it must start with https://, http:// or file:"
                            .formatted(id, uri));
        }
    }

    /// Reads an address.
    ///
    /// @throws IllegalArgumentException says what is wrong with it
    public static Repository of(String id, String address) {
        return new Repository(id, URI.create(address.strip()));
    }
}
