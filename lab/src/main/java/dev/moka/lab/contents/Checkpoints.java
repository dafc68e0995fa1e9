package dev.moka.lab.contents;

import dev.moka.lab.problem.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/// One checkpoint per file, in `.ipynb_checkpoints` beside it, where Jupyter keeps it too.
final class Checkpoints {
    private static final String FOLDER = ".ipynb_checkpoints";
    private static final String ID = "checkpoint";

    private final FolderMaker folderMaker;
    private final Copier copier;

    Checkpoints(FolderMaker folderMaker, Copier copier) {
        this.folderMaker = folderMaker;
        this.copier = copier;
    }

    List<Checkpoint> of(Spot file) throws IOException {
        Spot folder = folder(file);
        if (!folder.isFolder()) {
            return List.of();
        }
        try (Spot copy = copy(folder, file.name())) {
            return copy.isFile() ? List.of(checkpoint(copy)) : List.of();
        }
    }

    Checkpoint create(Spot file) throws IOException {
        Spot folder = folder(file);
        if (!folder.exists()) {
            folderMaker.make(folder);
        }
        try (Spot copy = copy(folder, file.name())) {
            copier.file(file, copy);
            return checkpoint(Spot.look(copy.folder(), copy.name(), copy.path()));
        }
    }

    void restore(ApiPath path, Spot file, String id) throws IOException {
        try (Spot copy = existing(path, file, id)) {
            copier.file(copy, file);
        }
    }

    void delete(ApiPath path, Spot file, String id) throws IOException {
        try (Spot copy = existing(path, file, id)) {
            copy.folder().deleteFile(copy.name());
        }
    }

    /// Takes the checkpoint along when its file moves.
    void move(Spot from, Spot to) throws IOException {
        Spot oldFolder = folder(from);
        if (of(from).isEmpty()) {
            return;
        }
        Spot newFolder = folder(to);
        if (!newFolder.exists()) {
            folderMaker.make(newFolder);
        }
        try (Spot old = copy(oldFolder, from.name());
                Spot copy = copy(newFolder, to.name())) {
            old.folder().move(old.name(), copy.folder(), copy.name());
        }
    }

    /// Forgets the checkpoint of a file that is gone.
    void forget(Spot file) throws IOException {
        if (!of(file).isEmpty()) {
            try (Spot copy = copy(folder(file), file.name())) {
                copy.folder().deleteFile(copy.name());
            }
        }
    }

    private Spot existing(ApiPath path, Spot file, String id) throws IOException {
        if (!id.equals(ID) || of(file).isEmpty()) {
            throw Problem.notFound("Checkpoint does not exist: %s@%s".formatted(path, id));
        }
        return copy(folder(file), file.name());
    }

    private static Checkpoint checkpoint(Spot copy) {
        return new Checkpoint(
                ID, Objects.requireNonNull(copy.attributes()).lastModifiedTime().toInstant());
    }

    /// The folder of checkpoints beside a file; shares the file's folder handle.
    private static Spot folder(Spot file) throws IOException {
        return Spot.look(file.folder(), FOLDER, file.path().resolveSibling(FOLDER));
    }

    private static Spot copy(Spot folder, String name) throws IOException {
        int dot = name.lastIndexOf('.');
        int end = dot <= 0 ? name.length() : dot;
        String copy = name.substring(0, end) + "-" + ID + name.substring(end);
        return Spot.look(folder.open(), copy, folder.path().resolve(copy));
    }
}
