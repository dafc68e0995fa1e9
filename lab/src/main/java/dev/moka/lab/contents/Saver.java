package dev.moka.lab.contents;

import dev.moka.lab.notebook.Notebook;
import dev.moka.lab.notebook.NotebookException;
import dev.moka.lab.notebook.NotebookFormat;
import dev.moka.lab.problem.Problem;
import java.io.IOException;
import java.security.DigestOutputStream;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.node.ObjectNode;

/// Writes what editors save.
final class Saver {
    private final FolderMaker folderMaker;
    private final Checkpoints checkpoints;
    private final Notary notary;
    private final ModelReader reader;

    Saver(FolderMaker folderMaker, Checkpoints checkpoints, Notary notary, ModelReader reader) {
        this.folderMaker = folderMaker;
        this.checkpoints = checkpoints;
        this.notary = notary;
        this.reader = reader;
    }

    ContentsModel save(ApiPath path, Spot spot, SaveRequest request) throws IOException {
        if (request.type() == ContentsType.DIRECTORY) {
            return folder(path, spot);
        }
        if (spot.isFolder() || (spot.exists() && !spot.isFile())) {
            throw Problem.badRequest("'%s' is not a file: it can't be written".formatted(path));
        }
        requireWritable(path, spot);
        if (request.chunk() != null) {
            byte[] bytes = FileText.bytes(path, request);
            Spot now = Uploads.write(path, spot, request.chunk(), bytes);
            return reader.head(path, now, ContentsType.ofName(path.name()));
        }
        return request.type() == ContentsType.NOTEBOOK
                ? notebook(path, spot, request)
                : file(path, spot, request);
    }

    private static void requireWritable(ApiPath path, Spot spot) {
        if (spot.exists() && !spot.isWritable()) {
            throw Problem.forbidden("Permission denied: %s is read-only".formatted(path));
        }
    }

    private ContentsModel folder(ApiPath path, Spot spot) throws IOException {
        if (spot.exists() && !spot.isFolder()) {
            throw Problem.badRequest("Not a directory: %s".formatted(path));
        }
        if (!spot.exists()) {
            folderMaker.make(spot);
        }
        return reader.head(path, again(spot), ContentsType.DIRECTORY);
    }

    private ContentsModel file(ApiPath path, Spot spot, SaveRequest request) throws IOException {
        byte[] bytes = FileText.bytes(path, request);
        AtomicFile.write(spot, bytes);
        return reader.head(path, again(spot), ContentsType.ofName(path.name()))
                .withHash(Hash.of(bytes));
    }

    private ContentsModel notebook(ApiPath path, Spot spot, SaveRequest request)
            throws IOException {
        if (!(request.content() instanceof ObjectNode json)) {
            throw Problem.badRequest("The content of '%s' must be a notebook".formatted(path));
        }
        boolean trusted = Notary.allTrusted(json);
        Notebook notebook = checked(path, json);
        ContentsModel saved = write(path, spot, notebook, trusted);
        Spot now = again(spot);
        if (checkpoints.of(now).isEmpty()) {
            checkpoints.create(now);
        }
        return ModelReader.withFault(saved, notebook);
    }

    ContentsModel write(ApiPath path, Spot spot, Notebook notebook, boolean trusted)
            throws IOException {
        requireWritable(path, spot);
        AtomicReference<String> hash = new AtomicReference<>("");
        AtomicFile.write(
                spot,
                out -> {
                    DigestOutputStream hashing = Hash.through(out);
                    NotebookFormat.write(notebook, hashing);
                    hash.set(Hash.of(hashing));
                });
        if (trusted) {
            notary.trust(hash.get());
        }
        return reader.head(path, again(spot), ContentsType.ofName(path.name()))
                .withHash(hash.get());
    }

    private static Notebook checked(ApiPath path, ObjectNode json) {
        try {
            return NotebookFormat.of(json);
        } catch (NotebookException e) {
            throw Problem.badRequest("'%s' was not saved: %s".formatted(path, e.message()));
        }
    }

    private static Spot again(Spot spot) throws IOException {
        return Spot.look(spot.folder(), spot.name(), spot.path());
    }
}
