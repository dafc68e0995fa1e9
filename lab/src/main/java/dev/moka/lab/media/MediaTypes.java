package dev.moka.lab.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/// The table from the ending of a file name to its media type.
public final class MediaTypes {
    private final Map<String, String> byEnding;

    /// Loads the table that is in the jar.
    public MediaTypes() {
        Properties table = new Properties();
        try (InputStream in = MediaTypes.class.getResourceAsStream("types.properties")) {
            if (in == null) {
                throw new IllegalStateException("types.properties is not in the jar");
            }
            table.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byEnding =
                table.stringPropertyNames().stream()
                        .collect(Collectors.toUnmodifiableMap(name -> name, table::getProperty));
    }

    /// The type of a file of this name, if the ending is known.
    public Optional<String> of(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(byEnding.get(ending));
    }

    /// Whether a type is text, so that a browser needs to be told the encoding.
    public static boolean isText(String type) {
        return type.startsWith("text/")
                || type.equals("application/json")
                || type.equals("application/xml")
                || type.endsWith("+json")
                || type.equals("application/yaml")
                || type.equals("image/svg+xml");
    }
}
