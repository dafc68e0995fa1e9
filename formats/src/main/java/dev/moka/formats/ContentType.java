package dev.moka.formats;

import dev.moka.formats.data.ReadOptions;
import dev.moka.formats.data.ReadOptions.Header;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// A content type with its parameters, such as `text/csv; label_size=1`.
///
/// @param type the type in small letters, without parameters
/// @param parameters the parameters by their names in small letters, in order
public record ContentType(String type, SequencedMap<String, String> parameters) {
    public ContentType {
        type = type.strip().toLowerCase(Locale.ROOT);
        parameters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parameters));
        if (!type.matches("[^\\s/;,]+/[^\\s/;,]+")) {
            throw new IllegalArgumentException(
                    "'%s' is no content type; one looks like text/csv".formatted(type));
        }
    }

    /// The content type that a header's value says.
    public static ContentType parse(String text) {
        String[] parts = text.split(";", -1);
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        for (int index = 1; index < parts.length; index++) {
            if (parts[index].isBlank()) {
                continue;
            }
            String[] pair = parts[index].split("=", 2);
            if (pair.length < 2) {
                throw new IllegalArgumentException(
                        "'%s' in the content type '%s' is not name=value"
                                .formatted(parts[index].strip(), text));
            }
            String value = pair[1].strip();
            boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
            parameters.put(
                    pair[0].strip().toLowerCase(Locale.ROOT),
                    quoted ? value.substring(1, value.length() - 1) : value);
        }
        return new ContentType(parts[0], parameters);
    }

    /// The options with what the parameters say: `label_size=n` (CSV), `header=present` or `absent`
    /// (CSV).
    public ReadOptions options(ReadOptions defaults) {
        ReadOptions options = defaults;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            String value = parameter.getValue();
            options =
                    switch (parameter.getKey()) {
                        case "label_size" -> options.withLabelSize(labelSize(value));
                        case "header" -> options.withHeader(header(value));
                        case "charset" -> utf8(value, options);
                        default -> options;
                    };
        }
        return options;
    }

    private static int labelSize(String value) {
        if (!value.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(
                    "label_size=%s in a content type must be a whole number, 0 or more"
                            .formatted(value));
        }
        return Integer.parseInt(value);
    }

    private static Header header(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "present" -> Header.PRESENT;
            case "absent" -> Header.ABSENT;
            default ->
                    throw new IllegalArgumentException(
                            "header=%s in a content type must be present or absent"
                                    .formatted(value));
        };
    }

    private static ReadOptions utf8(String value, ReadOptions options) {
        if (!value.toLowerCase(Locale.ROOT).matches("utf-?8|us-ascii")) {
            throw new IllegalArgumentException(
                    "charset=%s in a content type: only utf-8 can be read".formatted(value));
        }
        return options;
    }

    @Override
    public String toString() {
        return type
                + parameters.entrySet().stream()
                        .map(entry -> "; " + entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining());
    }
}
