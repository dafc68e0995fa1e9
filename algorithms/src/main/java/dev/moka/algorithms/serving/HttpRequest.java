package dev.moka.algorithms.serving;

import java.util.Map;
import java.util.Optional;

/// A request, whole.
///
/// @param headers by their names in small letters
record HttpRequest(String method, String path, Map<String, String> headers, byte[] body) {
    HttpRequest {
        headers = Map.copyOf(headers);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
