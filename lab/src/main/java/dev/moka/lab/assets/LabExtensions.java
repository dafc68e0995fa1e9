package dev.moka.lab.assets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The prebuilt extensions in some folders, found anew each time, so that putting a folder in place
/// is all that it takes to install one. Of two with the same name the first folder's counts.
public final class LabExtensions {
    private static final Logger log = LoggerFactory.getLogger(LabExtensions.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Path> folders;

    LabExtensions(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /// All extensions that are there.
    public Collection<LabExtension> all() throws IOException {
        Map<String, LabExtension> byName = new LinkedHashMap<>();
        for (Path folder : folders) {
            for (Path candidate : candidates(folder)) {
                String name = folder.relativize(candidate).toString().replace('\\', '/');
                if (!byName.containsKey(name)) {
                    read(name, candidate).ifPresent(extension -> byName.put(name, extension));
                }
            }
        }
        return byName.values();
    }

    /// The folders, the one that counts most first.
    public List<Path> folders() {
        return folders;
    }

    private static List<Path> candidates(Path folder) throws IOException {
        List<Path> candidates = new ArrayList<>();
        for (Path path : children(folder)) {
            if (path.getFileName().toString().startsWith("@")) {
                candidates.addAll(children(path));
            } else {
                candidates.add(path);
            }
        }
        return candidates;
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static Optional<LabExtension> read(String name, Path folder) {
        Path file = folder.resolve("package.json");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode jupyterlab = JSON.readTree(Files.readAllBytes(file)).path("jupyterlab");
            JsonNode build = jupyterlab.path("_build");
            String load = text(build.path("load"));
            if (load == null) {
                log.warn("{} is no prebuilt extension: no jupyterlab._build.load", file);
                return Optional.empty();
            }
            return Optional.of(
                    new LabExtension(
                            name,
                            folder,
                            load,
                            text(build.path("extension")),
                            text(build.path("style")),
                            texts(jupyterlab.path("disabledExtensions"))));
        } catch (IOException | JacksonException e) {
            log.warn("The extension in {} is left out", folder, e);
            return Optional.empty();
        }
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().filter(JsonNode::isString).map(JsonNode::asString).toList();
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }
}
