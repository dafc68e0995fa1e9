package dev.moka.lab.export;

import java.util.Optional;

/// Finds the files that a notebook's Markdown shows, so that a page can contain them.
@FunctionalInterface
public interface Pictures {
    /// The file at an address relative to the notebook as a `data:` address, if it is there.
    Optional<String> dataUri(String address);
}
