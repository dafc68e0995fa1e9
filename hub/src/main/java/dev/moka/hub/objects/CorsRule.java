package dev.moka.hub.objects;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/// What pages of some origins may do with a bucket from a browser.
///
/// @param id what its author calls it, or empty
/// @param origins may hold one `*` each
/// @param methods in upper case
/// @param headers which a request may carry; may hold one `*` each
/// @param exposed headers of the answer that a page may read
public record CorsRule(
        String id,
        List<String> origins,
        List<String> methods,
        List<String> headers,
        List<String> exposed,
        @Nullable Integer maxAgeSeconds) {

    public CorsRule {
        origins = List.copyOf(origins);
        methods = List.copyOf(methods);
        headers = List.copyOf(headers);
        exposed = List.copyOf(exposed);
    }

    /// Whether a page of this origin may send such a request.
    public boolean allows(String origin, String method, List<String> requestHeaders) {
        return methods.contains(method)
                && origins.stream().anyMatch(pattern -> matches(pattern, origin))
                && requestHeaders.stream().allMatch(this::allowsHeader);
    }

    /// Whether any origin is allowed, so that the answer need not name one.
    public boolean isForEveryOrigin() {
        return origins.contains("*");
    }

    private boolean allowsHeader(String header) {
        String wanted = header.toLowerCase(Locale.ROOT);
        return headers.stream()
                .anyMatch(pattern -> matches(pattern.toLowerCase(Locale.ROOT), wanted));
    }

    private static boolean matches(String pattern, String value) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equals(value);
        }
        String before = pattern.substring(0, star);
        String after = pattern.substring(star + 1);
        return value.length() >= before.length() + after.length()
                && value.startsWith(before)
                && value.endsWith(after);
    }
}
