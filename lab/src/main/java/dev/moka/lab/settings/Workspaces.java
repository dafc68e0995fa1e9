package dev.moka.lab.settings;

import dev.moka.lab.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The layouts of JupyterLab: which files are open where, one JSON file each.
public final class Workspaces {
    private static final Logger log = LoggerFactory.getLogger(Workspaces.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ENDING = ".jupyterlab-workspace";

    private final Path folder;

    /// Layouts that lie in a folder.
    public Workspaces(Path folder) {
        this.folder = folder;
    }

    /// All layouts; one that cannot be read is left out.
    public List<ObjectNode> all() throws IOException {
        List<ObjectNode> all = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return all;
        }
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        }
        for (Path file : files) {
            try {
                all.add(read(file));
            } catch (Problem e) {
                log.warn("The layout {} is left out: {}", file, e.message());
            }
        }
        return all;
    }

    /// One layout; an empty one when there is none, or when it cannot be read.
    public ObjectNode get(String name) throws IOException {
        Path file = file(name);
        if (Files.isRegularFile(file)) {
            try {
                return read(file);
            } catch (Problem e) {
                log.warn("The layout {} starts anew: {}", file, e.message());
            }
        }
        ObjectNode empty = JSON.createObjectNode();
        empty.putObject("data");
        empty.putObject("metadata").put("id", name);
        return empty;
    }

    /// Replaces a layout.
    public void save(String name, String raw) throws IOException {
        ObjectNode layout = Json5.object("The layout '" + name + "'", raw);
        String id = layout.path("metadata").path("id").asString("");
        if (!withoutSlash(id).equals(withoutSlash(name))) {
            throw Problem.badRequest(
                    "Workspace metadata ID mismatch: expected '%s' got '%s'".formatted(name, id));
        }
        JsonFile.write(file(name), raw);
    }

    /// Forgets a layout.
    public void delete(String name) throws IOException {
        if (!Files.deleteIfExists(file(name))) {
            throw Problem.notFound("Workspace '%s' not found".formatted(name));
        }
    }

    private static ObjectNode read(Path file) throws IOException {
        ObjectNode layout = Json5.object("The file", Files.readString(file));
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
        ObjectNode metadata =
                layout.path("metadata") instanceof ObjectNode known
                        ? known
                        : layout.putObject("metadata");
        metadata.put("last_modified", is.lastModifiedTime().toString());
        metadata.put("created", is.creationTime().toString());
        return layout;
    }

    private Path file(String name) {
        return folder.resolve(slug(withoutSlash(name)) + ENDING);
    }

    private static String withoutSlash(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }

    /// A file name for any layout name: what is left of its letters, and a hash against mix-ups.
    private static String slug(String name) {
        String plain =
                Normalizer.normalize(name, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9_\\s-]", "")
                        .strip()
                        .replaceAll("[-\\s]+", "-");
        return plain.substring(0, Math.min(80, plain.length())) + "-" + hash(name);
    }

    private static String hash(String name) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
