package dev.moka.kernel.interpreter;

import java.util.LinkedHashMap;
import java.util.Map;

/// One value in several representations, for a front end to choose from: MIME type to a `String`, a
/// `JsonNode`, or, for binary types, base64 text.
///
/// @param data at least `text/plain`
/// @param metadata MIME type to a `JsonNode`, for example the size of a picture
public record MimeBundle(Map<String, Object> data, Map<String, Object> metadata) {
    public MimeBundle {
        data = Map.copyOf(data);
        metadata = Map.copyOf(metadata);
    }

    /// A bundle of plain text only.
    public static MimeBundle text(String text) {
        return new MimeBundle(Map.of("text/plain", text), Map.of());
    }

    /// This bundle with one representation more.
    public MimeBundle with(String mimeType, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(data);
        more.put(mimeType, value);
        return new MimeBundle(more, metadata);
    }
}
