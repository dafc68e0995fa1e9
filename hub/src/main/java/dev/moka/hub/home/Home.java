package dev.moka.hub.home;

import dev.moka.hub.notebook.InstanceKey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/// The folder in which the hub keeps everything, `~/.moka` by default.
public record Home(Path folder) {

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    public Path databaseFile() {
        return folder.resolve("moka.db");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    /// The package cache that all instances share.
    public Path mavenCache() {
        return folder.resolve("cache/maven");
    }

    /// Prebuilt JupyterLab extensions beyond those that come with Moka.
    public Path labExtensions() {
        return folder.resolve("labextensions");
    }

    public Path secrets() {
        return folder.resolve("secrets");
    }

    /// The key that seals the secrets of the database.
    public Path masterKey() {
        return secrets().resolve("master.key");
    }

    /// Where the bytes of objects in S3 lie.
    public Path objects() {
        return folder.resolve("objects");
    }

    /// The events of log streams.
    public Path events() {
        return folder.resolve("log-events");
    }

    /// Where the folders of deleted instances go.
    public Path trash() {
        return folder.resolve("trash");
    }

    public Path instances() {
        return folder.resolve("instances");
    }

    public Path instance(InstanceKey key) {
        return instances().resolve(key.owner().value()).resolve(key.name().value());
    }

    /// The folder that a person sees in JupyterLab.
    public Path work(InstanceKey key) {
        return instance(key).resolve("work");
    }

    /// What the hub and the lab keep beside the workspace.
    public Path run(InstanceKey key) {
        return instance(key).resolve("run");
    }

    /// Makes what is missing and checks that the folder can be written.
    public void prepare() {
        try {
            makePrivate(folder);
            for (Path part :
                    new Path[] {logs(), mavenCache(), labExtensions(), instances(), trash()}) {
                Files.createDirectories(part);
            }
            Path probe = Files.createTempFile(folder, "probe", ".tmp");
            Files.delete(probe);
        } catch (IOException e) {
            throw new HomeException(
                    "The hub can't write to its home %s (%s: %s); give it another one with --home, or change the permissions"
                            .formatted(folder, e.getClass().getSimpleName(), e.getMessage()),
                    e);
        }
    }

    /// Refuses to begin anew beside notebooks of a database that is gone.
    public void requireDatabaseOfInstances() {
        if (!Files.exists(databaseFile()) && hasInstances()) {
            throw new HomeException(
                    ("%s has notebooks under instances/ but its database moka.db is gone. Put"
                         + " moka.db back from a backup; or, to begin anew, move %s away and start"
                         + " again")
                            .formatted(folder, instances()));
        }
    }

    /// A folder that only its owner may enter.
    public static void makePrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    private boolean hasInstances() {
        try (Stream<Path> inside =
                Files.find(instances(), 2, (path, _) -> path.getNameCount() > 0)) {
            return inside.anyMatch(path -> instances().relativize(path).getNameCount() == 2);
        } catch (IOException e) {
            return false;
        }
    }
}
