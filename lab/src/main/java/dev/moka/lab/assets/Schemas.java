package dev.moka.lab.assets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The schemas of settings: those of JupyterLab are read once, those of extensions each time.
public final class Schemas {
    private static final Logger log = LoggerFactory.getLogger(Schemas.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode overrides;
    private final Map<String, Schema> own;

    Schemas(Path assets) throws IOException {
        overrides = ourDefaults();
        overrides.setAll(readOverrides(assets.resolve("settings").resolve("overrides.json")));
        own = Map.copyOf(read(assets.resolve("schemas")));
    }

    /// All schemas by id, those of the extensions over JupyterLab's own.
    public Map<String, Schema> with(LabExtensions extensions) throws IOException {
        Map<String, Schema> all = new TreeMap<>(own);
        for (LabExtension extension : extensions.all()) {
            all.putAll(read(extension.folder().resolve("schemas")));
        }
        return all;
    }

    /// Values that we prefer to JupyterLab's own.
    private static ObjectNode ourDefaults() throws IOException {
        try (InputStream in = Schemas.class.getResourceAsStream("/moka/overrides.json")) {
            if (in != null && JSON.readTree(in.readAllBytes()) instanceof ObjectNode object) {
                return object;
            }
            throw new IOException("moka/overrides.json is not in the jar");
        }
    }

    private static ObjectNode readOverrides(Path file) throws IOException {
        if (Files.isRegularFile(file)
                && JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode object) {
            return object;
        }
        return JSON.createObjectNode();
    }

    private Map<String, Schema> read(Path folder) throws IOException {
        Map<String, Schema> schemas = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return schemas;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.toString().endsWith(".json")).toList();
        }
        for (Path file : files) {
            String id = id(folder.relativize(file).toString().replace('\\', '/'));
            try {
                schemas.put(id, new Schema(id, version(file), json(id, file)));
            } catch (JacksonException e) {
                log.warn("The settings schema {} is left out", file, e);
            }
        }
        return schemas;
    }

    /// `@scope/package/plugin.json` holds the settings of `@scope/package:plugin`.
    private static String id(String relative) {
        String path = relative.substring(0, relative.length() - ".json".length());
        int slash = path.lastIndexOf('/');
        return path.substring(0, Math.max(0, slash)) + ":" + path.substring(slash + 1);
    }

    private String json(String id, Path file) throws IOException {
        JsonNode schema = JSON.readTree(Files.readAllBytes(file));
        if (schema.path("properties") instanceof ObjectNode properties) {
            overrides.path(id).properties().forEach(entry -> override(properties, entry));
        }
        return JSON.writeValueAsString(schema);
    }

    private static void override(ObjectNode properties, Map.Entry<String, JsonNode> entry) {
        ObjectNode property =
                properties.path(entry.getKey()) instanceof ObjectNode known
                        ? known
                        : properties.putObject(entry.getKey());
        property.set("default", entry.getValue());
    }

    private static String version(Path schema) throws IOException {
        Path file = schema.resolveSibling("package.json.orig");
        if (!Files.isRegularFile(file)) {
            return "N/A";
        }
        JsonNode version = JSON.readTree(Files.readAllBytes(file)).path("version");
        return version.isString() ? version.asString() : "N/A";
    }
}
