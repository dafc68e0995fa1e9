package dev.moka.lab.assets;

import dev.moka.lab.media.MediaTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The unpacked JupyterLab: `static/`, `schemas/` and `themes/` of the wheel, and `labextensions/`.
/// One for all labs of a process.
public final class LabAssets {
    private static final Pattern CORE = Pattern.compile("jlab_core\\.([0-9a-f]+)\\.js");

    private final Path folder;
    private final String mainScript;
    private final Optional<String> coreScript;
    private final AssetFiles files;
    private final Schemas schemas;
    private final String version;
    private final MokaExtension own = MokaExtension.open();

    private LabAssets(Path folder, String mainScript) throws IOException {
        this.folder = folder;
        this.mainScript = mainScript;
        this.coreScript = coreScript(folder.resolve("static"));
        this.files = new AssetFiles(new MediaTypes());
        this.schemas = new Schemas(folder);
        this.version = readVersion(folder.resolve("static").resolve("package.json"));
    }

    /// Opens the assets.
    ///
    /// @throws IOException when the folder is no unpacked JupyterLab; the message says what to do
    public static LabAssets open(Path folder) throws IOException {
        Path bundle = folder.resolve("static");
        if (!Files.isDirectory(bundle)) {
            throw new IOException(
                    "There is no JupyterLab in '%s': build it first".formatted(folder));
        }
        try (Stream<Path> list = Files.list(bundle)) {
            String main =
                    list.map(path -> path.getFileName().toString())
                            .filter(name -> name.matches("main\\.[0-9a-f]+\\.js"))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IOException(
                                            "'%s' has no main.<hash>.js: it is no JupyterLab"
                                                    .formatted(bundle)));
            return new LabAssets(folder, main);
        }
    }

    private static String readVersion(Path packageJson) throws IOException {
        if (!Files.isRegularFile(packageJson)) {
            return "unknown";
        }
        JsonNode version =
                JsonMapper.shared()
                        .readTree(Files.readAllBytes(packageJson))
                        .path("jupyterlab")
                        .path("version");
        return version.isString() ? version.asString() : "unknown";
    }

    private static Optional<String> coreScript(Path bundle) throws IOException {
        try (Stream<Path> list = Files.list(bundle)) {
            // Webpack asks for it with its hash once more as a query.
            return list.map(path -> CORE.matcher(path.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> name.group() + "?v=" + name.group(1))
                    .findFirst();
        }
    }

    /// The name of the script that boots JupyterLab.
    public String mainScript() {
        return mainScript;
    }

    /// The address, below the bundle's, of the largest script that the boot script asks for.
    public Optional<String> coreScript() {
        return coreScript;
    }

    /// The version of JupyterLab.
    public String version() {
        return version;
    }

    /// The application's bundle.
    public Path bundle() {
        return folder.resolve("static");
    }

    /// The themes of the wheel, each `<package>/index.css`.
    public Path themes() {
        return folder.resolve("themes");
    }

    /// The prebuilt extensions of these folders, ours, and those that come with the assets. Of two
    /// with the same name the earlier one counts.
    public LabExtensions extensions(List<Path> more) {
        return new LabExtensions(
                Stream.concat(
                                more.stream(),
                                Stream.of(own.folder(), folder.resolve("labextensions")))
                        .toList());
    }

    /// The files, compressed and typed.
    public AssetFiles files() {
        return files;
    }

    /// The settings' schemas of JupyterLab itself.
    public Schemas schemas() {
        return schemas;
    }

    /// JupyterLab's own list of the licences of what it contains, if it is there.
    public Path licenses() {
        return bundle().resolve("third-party-licenses.json");
    }
}
