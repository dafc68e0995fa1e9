package dev.moka.lab.settings;

import dev.moka.lab.assets.LabExtensions;
import dev.moka.lab.assets.Schema;
import dev.moka.lab.assets.Schemas;
import dev.moka.lab.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The person's settings of JupyterLab's plugins, kept as they wrote them, comments included.
public final class Settings {
    private static final Pattern ID = Pattern.compile("(@[\\w.-]+/)?[\\w.-]+:[\\w.-]+");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final Schemas schemas;
    private final LabExtensions extensions;

    /// Settings that lie in a folder, for plugins that have a schema.
    public Settings(Path folder, Schemas schemas, LabExtensions extensions) {
        this.folder = folder;
        this.schemas = schemas;
        this.extensions = extensions;
    }

    /// The ids of all plugins with settings.
    public List<String> ids() throws IOException {
        List<String> ids = new ArrayList<>(schemas.with(extensions).keySet());
        Collections.reverse(ids);
        return ids;
    }

    /// One plugin's schema and settings, as JSON.
    public String one(String id) throws IOException {
        return json(schema(id));
    }

    /// All of them, as a JSON list.
    public String all() throws IOException {
        List<Schema> all = new ArrayList<>(schemas.with(extensions).values());
        Collections.reverse(all);
        StringBuilder list = new StringBuilder("[");
        for (Schema schema : all) {
            list.append(list.length() == 1 ? "" : ",").append(json(schema));
        }
        return list.append(']').toString();
    }

    /// Replaces a plugin's settings.
    ///
    /// @param raw JSON, perhaps with comments
    /// @throws Problem 400 when it is not JSON or a value has not the schema's type, 404 when there
    ///   is no such plugin
    public void save(String id, String raw) throws IOException {
        JsonNode schema = JSON.readTree(schema(id).json());
        ObjectNode settings = Json5.object("The settings of '" + id + "'", raw);
        SettingTypes.check(schema, settings);
        JsonFile.write(file(id), raw);
    }

    private Schema schema(String id) throws IOException {
        Map<String, Schema> all = schemas.with(extensions);
        return Optional.ofNullable(all.get(id))
                .orElseThrow(() -> Problem.notFound("Schema not found: %s".formatted(id)));
    }

    private Path file(String id) {
        if (!ID.matcher(id).matches() || id.contains("..")) {
            throw Problem.notFound("Settings not found (%s)".formatted(id));
        }
        int colon = id.indexOf(':');
        return folder.resolve(id.substring(0, colon))
                .resolve(id.substring(colon + 1) + ".jupyterlab-settings");
    }

    private String json(Schema schema) throws IOException {
        Path file = file(schema.id());
        Optional<String> raw = JsonFile.read(file);
        String settings = "{}";
        String warning = "";
        if (raw.isPresent()) {
            try {
                settings = Json5.object("The file", raw.get()).toString();
            } catch (Problem e) {
                warning = e.message();
            }
        }
        ObjectNode rest = JSON.createObjectNode();
        rest.put("id", schema.id()).put("version", schema.version());
        rest.put("raw", warning.isEmpty() ? raw.orElse("{}") : "{}");
        if (!warning.isEmpty()) {
            rest.put("warning", warning);
        }
        times(rest, file, raw.isPresent());
        String head = rest.toString();
        return head.substring(0, head.length() - 1)
                + ",\"schema\":"
                + schema.json()
                + ",\"settings\":"
                + settings
                + "}";
    }

    private static void times(ObjectNode rest, Path file, boolean isThere) throws IOException {
        if (!isThere) {
            rest.putNull("last_modified").putNull("created");
            return;
        }
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
        rest.put("last_modified", time(is.lastModifiedTime().toMillis()));
        rest.put("created", time(is.creationTime().toMillis()));
    }

    private static String time(long millis) {
        return OffsetDateTime.ofInstant(java.time.Instant.ofEpochMilli(millis), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
    }
}
