package dev.moka.kernel.api;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// One value in several representations, MIME type to content; the front end shows the richest that
/// it knows. Content is text, or for binary types the bytes. Immutable: each method returns a new
/// value.
///
/// ```java
/// display(DisplayData.html("<b>done</b>").with("text/plain", "done"));
/// ```
///
/// @param data MIME type to text (`String`) or, for `application/json` and its like, a structure of
///   maps, lists and values
/// @param metadata MIME type to a structure, for example `{"image/png": {"width": 300}}`
public record DisplayData(Map<String, Object> data, Map<String, Object> metadata) {
    /// Copies both maps.
    public DisplayData {
        data = Map.copyOf(data);
        metadata = Map.copyOf(metadata);
    }

    /// Plain text.
    public static DisplayData text(String text) {
        return of("text/plain", text);
    }

    /// HTML.
    public static DisplayData html(String html) {
        return of("text/html", html);
    }

    /// Markdown.
    public static DisplayData markdown(String markdown) {
        return of("text/markdown", markdown);
    }

    /// LaTeX, with its dollar signs.
    public static DisplayData latex(String latex) {
        return of("text/latex", latex);
    }

    /// An SVG picture.
    public static DisplayData svg(String svg) {
        return of("image/svg+xml", svg);
    }

    /// A PNG picture.
    public static DisplayData png(byte[] png) {
        return image("image/png", png);
    }

    /// A picture of any type, for example `image/jpeg`.
    public static DisplayData image(String mimeType, byte[] bytes) {
        return of(mimeType, Base64.getEncoder().encodeToString(bytes));
    }

    /// One representation.
    public static DisplayData of(String mimeType, Object content) {
        return new DisplayData(Map.of(mimeType, content), Map.of());
    }

    /// This value with one representation more.
    public DisplayData with(String mimeType, Object content) {
        Map<String, Object> more = new LinkedHashMap<>(data);
        more.put(mimeType, content);
        return new DisplayData(more, metadata);
    }

    /// This value with metadata for one representation, for example its width and height.
    public DisplayData withMetadata(String mimeType, Map<String, ?> about) {
        Map<String, Object> more = new LinkedHashMap<>(metadata);
        more.put(mimeType, Map.copyOf(about));
        return new DisplayData(data, more);
    }
}
