package dev.moka.lab.notebook;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The notebook file: bytes to [Notebook] and back, as Jupyter's nbformat reads and writes them.
public final class NotebookFormat {
    /// Outputs can be long, and are the user's own: no limit below the file's size.
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(Integer.MAX_VALUE)
                                                    .maxNumberLength(10_000)
                                                    .build())
                                    .build())
                    .build();

    private NotebookFormat() {}

    /// Reads a notebook file of nbformat 3 or 4; older cells get ids where the format wants them.
    ///
    /// @throws NotebookException when the bytes are no notebook; the message has line and column
    public static Notebook read(byte[] utf8) {
        JsonNode tree = parse(utf8);
        if (!(tree instanceof ObjectNode json)) {
            throw new NotebookException("a notebook is a JSON object, and this is not one");
        }
        return of(json);
    }

    /// Makes a notebook of a tree, which is changed: texts are joined, ids completed.
    ///
    /// @throws NotebookException when the tree is no notebook of nbformat 3 or 4
    public static Notebook of(ObjectNode json) {
        JsonNode major = json.path("nbformat");
        if (!major.isInt()) {
            throw new NotebookException("a notebook says its 'nbformat', and this file does not");
        }
        switch (major.asInt()) {
            case 4 -> {}
            case 3 -> UpgradeFrom3.upgrade(json);
            default ->
                    throw new NotebookException(
                            "nbformat %d cannot be read; 3 and 4 can".formatted(major.asInt()));
        }
        MultilineText.join(json);
        withoutTransients(json);
        if (json.path("nbformat_minor").asInt(0) >= 5) {
            CellIds.complete(json);
        }
        return new Notebook(json);
    }

    /// What is wrong with the structure, if anything; such a notebook still opens.
    public static Optional<String> fault(Notebook notebook) {
        return NotebookCheck.firstFault(notebook.json());
    }

    /// The bytes of the notebook file: indented by one, members sorted, long texts as lines.
    public static byte[] write(Notebook notebook) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
        try {
            write(notebook, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// Writes those bytes to a stream, which stays open.
    public static void write(Notebook notebook, OutputStream stream) throws IOException {
        ObjectNode copy = notebook.json().deepCopy();
        MultilineText.split(copy);
        withoutTransients(copy);
        Writer out =
                new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 14);
        new PythonJson(out).write(copy);
        out.write('\n');
        out.flush();
    }

    /// The mapper that reads notebooks, for other readers of long JSON.
    public static JsonMapper mapper() {
        return MAPPER;
    }

    private static JsonNode parse(byte[] utf8) {
        try {
            return MAPPER.readTree(utf8);
        } catch (JacksonException e) {
            throw new NotebookException(
                    "this is not JSON%s: %s".formatted(JsonFault.position(e), JsonFault.words(e)));
        }
    }

    private static void withoutTransients(ObjectNode json) {
        if (json.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("orig_nbformat");
            metadata.remove("orig_nbformat_minor");
            metadata.remove("signature");
        }
        for (JsonNode cell : json.path("cells")) {
            if (cell.path("metadata") instanceof ObjectNode metadata) {
                metadata.remove("trusted");
            }
        }
    }
}
