package dev.moka.kernel.magics;

import dev.moka.kernel.engine.Source;
import dev.moka.protocol.jupyter.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Files with code, read into pieces to run one after the other.
final class SourceFiles {
    /// `/exit` and its like in a jshell script; the `package` line of a Java file: neither means
    /// anything in a notebook.
    private static final Pattern IGNORED =
            Pattern.compile("(?m)^(/[a-z!?-].*|\\s*package\\s+[\\w.]+\\s*;)$");

    private SourceFiles() {}

    static List<Source> read(Path file) throws IOException {
        String name = file.getFileName().toString();
        return name.endsWith(".ipynb")
                ? notebook(file, name)
                : List.of(new Source(name, IGNORED.matcher(Files.readString(file)).replaceAll("")));
    }

    private static List<Source> notebook(Path file, String name) throws IOException {
        List<Source> cells = new ArrayList<>();
        try {
            JsonNode notebook = Json.mapper().readTree(Files.readString(file));
            for (JsonNode cell : notebook.path("cells")) {
                if (cell.path("cell_type").asString("").equals("code")) {
                    cells.add(
                            new Source(
                                    "%s[%d]".formatted(name, cells.size() + 1),
                                    text(cell.path("source"))));
                }
            }
        } catch (JacksonException e) {
            throw new MagicException(
                    "%s is not a notebook: %s".formatted(file, e.getOriginalMessage()), e);
        }
        return cells;
    }

    /// nbformat allows both one string and a list of lines.
    private static String text(JsonNode source) {
        return source.isArray()
                ? source.valueStream().map(line -> line.asString("")).collect(Collectors.joining())
                : source.asString("");
    }
}
