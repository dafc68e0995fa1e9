package dev.moka.lab.contents;

import dev.moka.protocol.jupyter.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One file, notebook or folder as the contents service describes it.
///
/// @param size the size in bytes; null for a folder
/// @param mimetype the media type of a file that is no notebook, if known
/// @param format `text`, `base64` or `json` when the content is here
/// @param content a text, a notebook's tree, or a list of models; null when it was not asked for
/// @param hash the SHA-256 of the bytes in hex, when it was asked for
/// @param message what is wrong with a notebook that still opens
public record ContentsModel(
        ApiPath path,
        ContentsType type,
        boolean writable,
        Instant created,
        Instant lastModified,
        @Nullable Long size,
        @Nullable String mimetype,
        @Nullable String format,
        @Nullable JsonNode content,
        @Nullable String hash,
        @Nullable String message) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter WHOLE_SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    /// The model as Jupyter Server writes it.
    public ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("name", path.name());
        json.put("path", path.toString());
        json.put("last_modified", time(lastModified));
        json.put("created", time(created));
        json.set("content", content);
        json.put("format", format);
        json.put("mimetype", mimetype);
        json.put("size", size);
        json.put("writable", writable);
        json.put("hash", hash);
        json.put("hash_algorithm", hash == null ? null : "sha256");
        json.put("type", type.toString());
        if (message != null) {
            json.put("message", message);
        }
        return json;
    }

    /// A time as Python's `isoformat` writes it: microseconds, or none at a whole second.
    static String time(Instant time) {
        Instant micros = time.truncatedTo(ChronoUnit.MICROS);
        boolean whole = micros.equals(micros.truncatedTo(ChronoUnit.SECONDS));
        return (whole ? WHOLE_SECONDS : TIME).format(micros);
    }

    ContentsModel withContent(String newFormat, JsonNode newContent) {
        return new ContentsModel(
                path,
                type,
                writable,
                created,
                lastModified,
                size,
                mimetype,
                newFormat,
                newContent,
                hash,
                message);
    }

    ContentsModel withMimetype(String newMimetype) {
        return new ContentsModel(
                path,
                type,
                writable,
                created,
                lastModified,
                size,
                newMimetype,
                format,
                content,
                hash,
                message);
    }

    ContentsModel withHash(String newHash) {
        return new ContentsModel(
                path,
                type,
                writable,
                created,
                lastModified,
                size,
                mimetype,
                format,
                content,
                newHash,
                message);
    }

    ContentsModel withMessage(String newMessage) {
        return new ContentsModel(
                path,
                type,
                writable,
                created,
                lastModified,
                size,
                mimetype,
                format,
                content,
                hash,
                newMessage);
    }
}
