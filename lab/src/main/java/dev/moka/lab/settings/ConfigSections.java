package dev.moka.lab.settings;

import dev.moka.lab.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The sections of Jupyter's config service, one JSON object each.
public final class ConfigSections {
    private static final Pattern NAME = Pattern.compile("[\\w.-]{1,100}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;

    /// Sections that lie in a folder.
    public ConfigSections(Path folder) {
        this.folder = folder;
    }

    /// A section; empty when nothing was set.
    public ObjectNode get(String section) throws IOException {
        Path file = file(section);
        return JsonFile.read(file)
                .map(text -> Json5.object("The section '" + section + "'", text))
                .orElseGet(JSON::createObjectNode);
    }

    /// Replaces a section.
    public void set(String section, ObjectNode value) throws IOException {
        JsonFile.write(file(section), JSON.writeValueAsString(value));
    }

    /// Changes what is named in `changes`, at any depth; null removes. The section as it is then.
    public ObjectNode update(String section, ObjectNode changes) throws IOException {
        ObjectNode value = get(section);
        merge(value, changes);
        set(section, value);
        return value;
    }

    private static void merge(ObjectNode target, ObjectNode changes) {
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            String name = change.getKey();
            JsonNode value = change.getValue();
            if (value.isNull()) {
                target.remove(name);
            } else if (value instanceof ObjectNode object) {
                ObjectNode below =
                        target.path(name) instanceof ObjectNode known
                                ? known
                                : target.putObject(name);
                merge(below, object);
                if (below.isEmpty()) {
                    target.remove(name);
                }
            } else {
                target.set(name, value);
            }
        }
    }

    private Path file(String section) {
        if (!NAME.matcher(section).matches() || section.startsWith(".")) {
            throw Problem.notFound("There is no config section '%s'".formatted(section));
        }
        return folder.resolve(section + ".json");
    }
}
