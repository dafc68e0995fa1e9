package dev.moka.hub.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moka.hub.console.view.ScriptTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The lifecycle scripts that come with Moka, which the build puts into the hub.
final class ScriptTemplates {
    private final List<ScriptTemplate> all =
            List.of(
                    read(
                            "clone-course-material",
                            "Brings a folder, archive or git repository into the workspace and"
                                    + " never overwrites what a person changed."),
                    read(
                            "maven-settings-mirror",
                            "Sends all Maven downloads through your repository manager."),
                    read(
                            "warm-dependency-cache",
                            "Fetches libraries before the first cell asks for them."));

    List<ScriptTemplate> all() {
        return all;
    }

    Optional<ScriptTemplate> find(String name) {
        return all.stream().filter(template -> template.name().equals(name)).findFirst();
    }

    private static ScriptTemplate read(String name, String about) {
        try (InputStream in =
                Objects.requireNonNull(
                        ScriptTemplates.class.getResourceAsStream(
                                "/console/lifecycle-scripts/" + name),
                        name)) {
            return new ScriptTemplate(name, "OnStart", about, new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
