package dev.moka.hub.console;

import dev.moka.hub.console.view.ObjectPage.Preview;
import dev.moka.hub.objects.ObjectContent;
import dev.moka.hub.objects.StoredObject;
import dev.moka.hub.objects.StoredObjects;
import dev.moka.protocol.jupyter.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;

/// Looks into the beginning of an object: CSV as a table, JSON laid out, text, or a picture.
/// Nothing of it is ever more than text or a picture to the browser.
final class Previews {
    private static final int READ = 256 * 1024;
    private static final long LARGEST_PICTURE = 20L * 1024 * 1024;
    private static final Map<String, String> PICTURES =
            Map.of(
                    "png", "image/png",
                    "jpg", "image/jpeg",
                    "jpeg", "image/jpeg",
                    "gif", "image/gif",
                    "webp", "image/webp");

    private final StoredObjects objects;

    Previews(StoredObjects objects) {
        this.objects = objects;
    }

    Preview of(StoredObject object) throws IOException {
        if (object.size() == 0) {
            return Preview.none("The object is empty");
        }
        if (pictureType(object).isPresent()) {
            return picture(object);
        }
        byte[] bytes = beginning(object);
        if (isBinary(bytes)) {
            return Preview.none("The object is not text");
        }
        String text = text(bytes);
        String kind = kind(object);
        if (kind.equals("csv") || kind.equals("tsv")) {
            return CsvPreview.of(text, kind.equals("csv") ? ',' : '\t', object.size() > READ);
        }
        String note = object.size() > READ ? "the first 256 KB" : "";
        return new Preview(
                List.of(), List.of(), kind.equals("json") ? laidOut(text) : text, "", note);
    }

    /// The type as which a browser may show the object, if it is a picture.
    static Optional<String> pictureType(StoredObject object) {
        String type = object.metadata().contentType().toLowerCase(Locale.ROOT);
        return PICTURES.containsValue(type)
                ? Optional.of(type)
                : Optional.ofNullable(PICTURES.get(extension(object)));
    }

    private static Preview picture(StoredObject object) {
        if (object.size() > LARGEST_PICTURE) {
            return Preview.none("The picture is larger than 20 MB");
        }
        String path = StoragePaths.object(object.bucket().value(), "picture", object.key().value());
        return new Preview(List.of(), List.of(), "", path, "");
    }

    private byte[] beginning(StoredObject object) throws IOException {
        try (ObjectContent content = objects.open(object);
                InputStream in = content.stream(0, Math.min(READ, object.size()))) {
            return in.readNBytes(READ);
        }
    }

    private static boolean isBinary(byte[] bytes) {
        int strange = 0;
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
            strange += b > 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' ? 1 : 0;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        long unreadable = text.chars().filter(c -> c == '\uFFFD').count();
        return (strange + unreadable) * 20 > bytes.length;
    }

    /// A character that was cut in two at the end is left out.
    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return bytes.length == READ && text.endsWith("\uFFFD")
                ? text.substring(0, text.length() - 1)
                : text;
    }

    /// Fractions stay decimal, so that none is rounded.
    private static String laidOut(String text) {
        try {
            return Json.mapper()
                    .writer()
                    .with(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(
                            Json.mapper()
                                    .reader()
                                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                                    .readTree(text));
        } catch (JacksonException e) {
            return text;
        }
    }

    private static String kind(StoredObject object) {
        String type = object.metadata().contentType().toLowerCase(Locale.ROOT);
        if (type.startsWith("text/csv")) {
            return "csv";
        }
        return type.startsWith("application/json") ? "json" : extension(object);
    }

    private static String extension(StoredObject object) {
        String name = object.key().value();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
