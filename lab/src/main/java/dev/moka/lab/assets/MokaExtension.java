package dev.moka.lab.assets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// Our own JupyterLab extension, which rides in the lab's jar.
///
/// Seen from outside it is a folder of prebuilt extensions like any other, `moka-lab/package.json`
/// and `moka-lab/static/…`, so that what serves the extensions of the disk serves it too. The
/// folder may lie in a jar: read it with [java.nio.file.Files] only.
public final class MokaExtension {
    private static final String FOLDER = "/moka/labextensions";

    private final Path folder;

    private MokaExtension(Path folder) {
        this.folder = folder;
    }

    /// Finds the extension beside this class, in a jar or in a folder of classes. The jar stays
    /// open as long as the program runs.
    public static MokaExtension open() {
        String marker = FOLDER + "/moka-lab/package.json";
        URL found =
                Objects.requireNonNull(
                        MokaExtension.class.getResource(marker),
                        marker + " is not on the class path");
        try {
            return new MokaExtension(folderOf(found.toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + found, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not an address: " + found, e);
        }
    }

    /// The folder that holds `moka-lab`.
    public Path folder() {
        return folder;
    }

    private static Path folderOf(URI packageJson) throws IOException {
        if (!packageJson.getScheme().equals("jar")) {
            return Path.of(packageJson).resolve("../..").normalize();
        }
        String jar = packageJson.getRawSchemeSpecificPart();
        Path file = Path.of(URI.create(jar.substring(0, jar.indexOf("!/"))));
        // Not newFileSystem(URI): that one is shared by all of the JVM, and who else holds it may
        // close it.
        FileSystem inside = FileSystems.newFileSystem(file);
        Path folder = inside.getPath(FOLDER);
        if (!Files.isDirectory(folder)) {
            throw new IOException(file + " has no " + FOLDER);
        }
        return folder;
    }
}
