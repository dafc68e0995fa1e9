package dev.moka.lab.contents;

import static java.nio.file.StandardOpenOption.READ;

import dev.moka.lab.media.MediaTypes;
import dev.moka.lab.notebook.Notebook;
import dev.moka.lab.notebook.NotebookException;
import dev.moka.lab.notebook.NotebookFormat;
import dev.moka.lab.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

/// Describes files and notebooks.
final class ModelReader {
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(76, new byte[] {'\n'});

    private final MediaTypes mediaTypes;
    private final Notary notary;
    private final long limit;

    ModelReader(MediaTypes mediaTypes, Notary notary, long limit) {
        this.mediaTypes = mediaTypes;
        this.notary = notary;
        this.limit = limit;
    }

    /// What is known without opening it.
    ContentsModel head(ApiPath path, Spot spot, ContentsType type) {
        BasicFileAttributes is = Objects.requireNonNull(spot.attributes());
        return new ContentsModel(
                path,
                type,
                spot.isWritable(),
                is.creationTime().toInstant(),
                is.lastModifiedTime().toInstant(),
                type == ContentsType.DIRECTORY ? null : is.size(),
                type == ContentsType.FILE ? mimetype(path) : null,
                null,
                null,
                null,
                null);
    }

    /// As for Jupyter, a notebook that is opened as a file is a text.
    private @Nullable String mimetype(ApiPath path) {
        return path.name().endsWith(".ipynb") ? null : mediaTypes.of(path.name()).orElse(null);
    }

    ContentsModel file(ApiPath path, Spot spot, ContentsQuery query) throws IOException {
        ContentsModel head = head(path, spot, ContentsType.FILE);
        if (!query.content()) {
            return query.hash() ? head.withHash(hash(path, spot)) : head;
        }
        byte[] bytes = FileBytes.read(path, spot, limit);
        ContentsModel full = withContent(head, bytes, query.format());
        return query.hash() ? full.withHash(Hash.of(bytes)) : full;
    }

    ContentsModel notebook(ApiPath path, Spot spot, ContentsQuery query) throws IOException {
        ContentsModel head = head(path, spot, ContentsType.NOTEBOOK);
        if (!query.content()) {
            return query.hash() ? head.withHash(hash(path, spot)) : head;
        }
        byte[] bytes = FileBytes.read(path, spot, limit);
        Notebook notebook = parse(path, bytes);
        String hash = Hash.of(bytes);
        Notary.mark(notebook.json(), notary.trusts(hash));
        ContentsModel full = withFault(head.withContent("json", notebook.json()), notebook);
        return query.hash() ? full.withHash(hash) : full;
    }

    static ContentsModel withFault(ContentsModel model, Notebook notebook) {
        return NotebookFormat.fault(notebook)
                .map(fault -> model.withMessage("Notebook validation failed: " + fault))
                .orElse(model);
    }

    static Notebook parse(ApiPath path, byte[] bytes) {
        try {
            return NotebookFormat.read(bytes);
        } catch (NotebookException e) {
            throw Problem.badRequest("Unreadable Notebook: %s: %s".formatted(path, e.message()));
        }
    }

    private static ContentsModel withContent(
            ContentsModel head, byte[] bytes, @Nullable String format) {
        Optional<String> text = "base64".equals(format) ? Optional.empty() : decoded(bytes);
        if (text.isPresent()) {
            return typed(head, "text/plain").withContent("text", StringNode.valueOf(text.get()));
        }
        if ("text".equals(format)) {
            throw new Problem(400, "%s is not UTF-8 encoded".formatted(head.path()), "bad format");
        }
        String encoded = BASE64.encodeToString(bytes);
        return typed(head, "application/octet-stream")
                .withContent("base64", StringNode.valueOf(encoded.isEmpty() ? "" : encoded + "\n"));
    }

    private static ContentsModel typed(ContentsModel head, String otherwise) {
        return head.mimetype() == null ? head.withMimetype(otherwise) : head;
    }

    private static Optional<String> decoded(byte[] bytes) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String hash(ApiPath path, Spot spot) throws IOException {
        FileBytes.requireFile(path, spot);
        try (FileChannel file = spot.folder().file(spot.name(), Set.of(READ))) {
            return Hash.of(file);
        }
    }
}
