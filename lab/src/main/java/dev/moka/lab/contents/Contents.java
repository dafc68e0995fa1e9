package dev.moka.lab.contents;

import static java.nio.file.StandardOpenOption.READ;

import dev.moka.lab.media.MediaTypes;
import dev.moka.lab.notebook.Notebook;
import dev.moka.lab.notebook.NotebookFormat;
import dev.moka.lab.problem.Problem;
import dev.moka.protocol.jupyter.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.StringNode;

/// The files of one workspace: Jupyter's contents service.
///
/// Every method throws [Problem] when the path, the person's wish or the disk does not allow it.
public final class Contents {
    static final long LARGEST_COPY = 500L << 20;
    private static final long LARGEST_OPENED = 256L << 20;

    private final Workspace workspace;
    private final PathLocks locks = new PathLocks();
    private final Notary notary;
    private final FolderMaker folderMaker;
    private final Copier copier;
    private final Trash trash;
    private final Checkpoints checkpoints;
    private final ModelReader reader;
    private final Listing listing;
    private final Saver saver;

    /// Opens the contents of a workspace, which is made when it is not there.
    ///
    /// @param root the workspace
    /// @param run the private folder for the trash and the signatures of trusted notebooks
    public Contents(Path root, Path run, MediaTypes mediaTypes, Clock clock) throws IOException {
        workspace = new Workspace(root);
        notary = new Notary(run.resolve("trust"));
        folderMaker = new FolderMaker(workspace.root());
        copier = new Copier(folderMaker);
        trash = new Trash(run.resolve("trash"), copier, clock);
        checkpoints = new Checkpoints(folderMaker, copier);
        reader = new ModelReader(mediaTypes, notary, LARGEST_OPENED);
        listing = new Listing(workspace, reader);
        saver = new Saver(folderMaker, checkpoints, notary, reader);
        trash.prune();
        Instant opened = clock.instant();
        Thread.ofVirtual().name("leftovers").start(() -> Leftovers.sweep(workspace.root(), opened));
    }

    /// The workspace's folder, links resolved.
    public Path root() {
        return workspace.root();
    }

    /// The folder on disk of an API path, for programs that run there (kernels, terminals): the
    /// folder itself, or the one that a file lies in; the root when there is no such folder.
    public Path folder(ApiPath path) {
        return DiskFault.translated(
                path,
                () -> {
                    try (Spot spot = workspace.locate(path)) {
                        return spot.isFolder() ? spot.path() : parentOrRoot(spot);
                    } catch (java.nio.file.NoSuchFileException e) {
                        return workspace.root();
                    }
                });
    }

    private Path parentOrRoot(Spot spot) {
        Path parent = spot.path().getParent();
        return parent == null || !parent.startsWith(workspace.root()) ? workspace.root() : parent;
    }

    /// Describes a file, a notebook or a folder.
    public ContentsModel get(ApiPath path, ContentsQuery query) {
        requireVisible(path);
        return at(
                path,
                spot -> {
                    if (!spot.exists()) {
                        throw DiskFault.notThere(path);
                    }
                    if (spot.isFolder()) {
                        return folder(path, spot, query);
                    }
                    if (query.type() == ContentsType.DIRECTORY) {
                        throw new Problem(400, path + " is not a directory", "bad type");
                    }
                    FileBytes.requireFile(path, spot);
                    ContentsType type =
                            query.type() == null ? ContentsType.ofName(path.name()) : query.type();
                    return type == ContentsType.NOTEBOOK
                            ? reader.notebook(path, spot, query)
                            : reader.file(path, spot, query);
                });
    }

    private ContentsModel folder(ApiPath path, Spot spot, ContentsQuery query) throws IOException {
        if (query.type() != null && query.type() != ContentsType.DIRECTORY) {
            throw new Problem(
                    400, "%s is a directory, not a %s".formatted(path, query.type()), "bad type");
        }
        ContentsModel head = reader.head(path, spot, ContentsType.DIRECTORY);
        if (!query.content()) {
            return head;
        }
        ArrayNode models = Json.array();
        listing.of(path, spot).forEach(model -> models.add(model.json()));
        return head.withContent("json", models);
    }

    /// Whether there is a file.
    public boolean isFile(ApiPath path) {
        try {
            return at(path, Spot::isFile);
        } catch (Problem e) {
            return false;
        }
    }

    /// Opens a file for reading its bytes; the caller closes it.
    public OpenFile open(ApiPath path) {
        requireVisible(path);
        return at(
                path,
                spot -> {
                    FileBytes.requireFile(path, spot);
                    return new OpenFile(
                            spot.folder().file(spot.name(), Set.of(READ)),
                            reader.head(path, spot, ContentsType.FILE));
                });
    }

    /// Writes a file, a notebook or a folder.
    public ContentsModel save(ApiPath path, SaveRequest request) {
        requireChangeable(path, "create");
        return locks.whileLocked(path, () -> at(path, spot -> saver.save(path, spot, request)));
    }

    /// Makes something new in a folder, under a name that is free.
    ///
    /// @param extension the ending of a file's name with its dot, or an empty string
    public ContentsModel createUntitled(
            ApiPath folder, @Nullable ContentsType type, String extension) {
        requireChangeable(folder, "create");
        ContentsType kind =
                type == null
                        ? extension.equals(".ipynb") ? ContentsType.NOTEBOOK : ContentsType.FILE
                        : type;
        String name =
                switch (kind) {
                    case DIRECTORY -> "Untitled Folder";
                    case NOTEBOOK -> "Untitled.ipynb";
                    case FILE -> "untitled" + extension;
                };
        String insert = kind == ContentsType.DIRECTORY ? " " : "";
        return save(folder.child(freeName(folder, name, insert)), blank(kind));
    }

    /// What a new thing of this type contains.
    public static SaveRequest blank(ContentsType type) {
        return switch (type) {
            case DIRECTORY -> new SaveRequest(type, null, null, null);
            case NOTEBOOK -> new SaveRequest(type, "json", Notebook.empty().json(), null);
            case FILE -> new SaveRequest(type, "text", StringNode.valueOf(""), null);
        };
    }

    private String freeName(ApiPath folder, String name, String insert) {
        return at(
                folder,
                spot -> {
                    if (!spot.isFolder()) {
                        throw Problem.notFound("No such directory: %s".formatted(folder));
                    }
                    try (Folder open = spot.open()) {
                        return UniqueNames.in(open, name, insert);
                    }
                });
    }

    /// Copies a file or a folder into a folder, under a name that is free, or to a place of its
    /// own.
    public ContentsModel copy(ApiPath from, ApiPath to) {
        requireChangeable(from, "copy");
        requireChangeable(to, "copy");
        if (!at(from, Spot::exists)) {
            throw Problem.notFound("No such file or directory: %s".formatted(from));
        }
        boolean intoFolder = at(to, Spot::isFolder);
        String name = UniqueNames.withoutCopy(from.name());
        ApiPath target = intoFolder ? to.child(freeName(to, name, "-Copy")) : to;
        if (!target.equals(from) && target.isWithin(from)) {
            throw Problem.badRequest("Can't copy '%s' into itself".formatted(from));
        }
        return locks.whileLocked(
                target,
                () -> {
                    try (Spot source = workspace.locate(from);
                            Spot place = workspace.locateEntry(target)) {
                        copy(from, source, place);
                    }
                    return get(target, ContentsQuery.HEAD);
                });
    }

    private void copy(ApiPath from, Spot source, Spot place) throws IOException {
        if (source.isFolder()) {
            try (Folder folder = source.open()) {
                Copier.size(from, folder, LARGEST_COPY);
            }
            copier.folder(source, place);
        } else {
            FileBytes.requireFile(from, source);
            copier.file(source, place);
        }
    }

    /// Gives something another name or place.
    public ContentsModel rename(ApiPath from, ApiPath to) {
        requireChangeable(from, "rename");
        requireChangeable(to, "rename");
        if (from.isRoot() || to.isRoot()) {
            throw Problem.badRequest("Can't rename root");
        }
        if (!from.equals(to)) {
            if (to.isWithin(from)) {
                throw Problem.badRequest("Can't move '%s' into itself".formatted(from));
            }
            locks.whileLocked(from, () -> move(from, to));
        }
        return get(to, ContentsQuery.HEAD);
    }

    private boolean move(ApiPath from, ApiPath to) throws IOException {
        try (Spot old = workspace.locateEntry(from);
                Spot place = workspace.locateEntry(to)) {
            if (!old.exists()) {
                throw DiskFault.notThere(from);
            }
            if (place.exists()) {
                throw Problem.conflict("File already exists: %s".formatted(to));
            }
            checkpoints.move(old, place);
            old.folder().move(old.name(), place.folder(), place.name());
            return true;
        }
    }

    /// Deletes a file, or a folder with all that is in it; it lies in the trash for a month.
    public void delete(ApiPath path) {
        requireChangeable(path, "delete");
        if (path.isRoot()) {
            throw Problem.badRequest("Can't delete root");
        }
        locks.whileLocked(
                path,
                () -> {
                    try (Spot spot = workspace.locateEntry(path)) {
                        if (!spot.exists()) {
                            throw DiskFault.notThere(path);
                        }
                        trash.take(path, spot);
                        checkpoints.forget(spot);
                    }
                    return true;
                });
    }

    /// What lies in the trash, the latest first.
    public List<DeletedItem> deleted() {
        return DiskFault.translated(ApiPath.ROOT, trash::items);
    }

    /// Brings something back from the trash: to its place, or beside it when another thing is there
    /// now, or to the root when its folder is gone.
    public ContentsModel restore(String id) {
        DeletedItem item = require(id);
        ApiPath old = item.path();
        ApiPath folder = isFolder(old.parent()) ? old.parent() : ApiPath.ROOT;
        ApiPath path = folder.child(freeName(folder, old.name(), "-Restored"));
        locks.whileLocked(
                path,
                () -> {
                    try (Spot place = workspace.locateEntry(path)) {
                        trash.restore(item, place);
                    }
                    return true;
                });
        return get(path, ContentsQuery.HEAD);
    }

    /// Deletes something in the trash for good.
    public void forget(String id) {
        DeletedItem item = require(id);
        DiskFault.translated(
                item.path(),
                () -> {
                    trash.forget(item.id());
                    return true;
                });
    }

    private DeletedItem require(String id) {
        return DiskFault.translated(ApiPath.ROOT, () -> trash.find(id))
                .orElseThrow(() ->
                        Problem.notFound(
                                "There is no '%s' in the trash; what is older than 30 days is gone"
                                        .formatted(id)));
    }

    private boolean isFolder(ApiPath path) {
        try {
            return at(path, Spot::isFolder);
        } catch (Problem e) {
            return false;
        }
    }

    /// The checkpoints of a file.
    public List<Checkpoint> checkpoints(ApiPath path) {
        requireVisible(path);
        return at(path, checkpoints::of);
    }

    /// Keeps the file as it is now.
    public Checkpoint createCheckpoint(ApiPath path) {
        requireVisible(path);
        return at(
                path,
                spot -> {
                    FileBytes.requireFile(path, spot);
                    return checkpoints.create(spot);
                });
    }

    /// Makes the file what it was.
    public void restoreCheckpoint(ApiPath path, String id) {
        requireVisible(path);
        locks.whileLocked(
                path,
                () ->
                        at(
                                path,
                                spot -> {
                                    checkpoints.restore(path, spot, id);
                                    return true;
                                }));
    }

    /// Forgets what the file was.
    public void deleteCheckpoint(ApiPath path, String id) {
        requireVisible(path);
        at(
                path,
                spot -> {
                    checkpoints.delete(path, spot, id);
                    return true;
                });
    }

    /// Trusts the outputs of a notebook as it is on disk.
    public void trust(ApiPath path) {
        requireVisible(path);
        at(
                path,
                spot -> {
                    byte[] bytes = FileBytes.read(path, spot, LARGEST_OPENED);
                    ModelReader.parse(path, bytes);
                    notary.trust(Hash.of(bytes));
                    return true;
                });
    }

    /// Reads a notebook.
    public Notebook notebook(ApiPath path) {
        return at(
                path, spot -> ModelReader.parse(path, FileBytes.read(path, spot, LARGEST_OPENED)));
    }

    /// Changes a notebook on disk while no editor can save it; it stays as trusted as it was.
    public ContentsModel updateNotebook(ApiPath path, UnaryOperator<Notebook> change) {
        return locks.whileLocked(
                path,
                () ->
                        at(
                                path,
                                spot -> {
                                    byte[] bytes = FileBytes.read(path, spot, LARGEST_OPENED);
                                    Notebook old = ModelReader.parse(path, bytes);
                                    String before = Hash.of(NotebookFormat.write(old));
                                    Notebook changed = change.apply(old);
                                    boolean trusted =
                                            notary.trusts(Hash.of(bytes)) || notary.trusts(before);
                                    return saver.write(path, spot, changed, trusted);
                                }));
    }

    private interface SpotWork<T> {
        T perform(Spot spot) throws IOException;
    }

    private <T> T at(ApiPath path, SpotWork<T> work) {
        return DiskFault.translated(
                path,
                () -> {
                    try (Spot spot = workspace.locate(path)) {
                        return work.perform(spot);
                    }
                });
    }

    private static void requireVisible(ApiPath path) {
        if (path.isHidden()) {
            throw DiskFault.notThere(path);
        }
    }

    private static void requireChangeable(ApiPath path, String verb) {
        if (path.isHidden()) {
            throw Problem.badRequest(
                    "Cannot %s file or directory '%s': hidden files are not served"
                            .formatted(verb, path));
        }
    }
}
