package dev.moka.lab.site;

import dev.moka.lab.assets.LabAssets;
import dev.moka.lab.assets.LabExtensions;
import dev.moka.lab.contents.Contents;
import dev.moka.lab.events.EventBus;
import dev.moka.lab.kernels.KernelHouse;
import dev.moka.lab.media.MediaTypes;
import dev.moka.lab.settings.ConfigSections;
import dev.moka.lab.settings.Settings;
import dev.moka.lab.settings.Workspaces;
import dev.moka.lab.terminals.Terminals;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/// The services of one folder: what the routes of [dev.moka.lab.web] act upon.
public final class Lab implements Closeable {
    private final LabSettings settings;
    private final LabAssets assets;
    private final LabExtensions extensions;
    private final Contents contents;
    private final Settings labSettings;
    private final Workspaces workspaces;
    private final ConfigSections configSections;
    private final LiveServices live;
    private final Instant started = Instant.now();

    private Lab(LabSettings settings, LabAssets assets) throws IOException {
        Path run = settings.run();
        this.settings = settings;
        this.assets = assets;
        this.extensions = assets.extensions(settings.labextensions());
        this.contents = new Contents(settings.root(), run, new MediaTypes(), Clock.systemUTC());
        this.labSettings = new Settings(run.resolve("lab-settings"), assets.schemas(), extensions);
        this.workspaces = new Workspaces(run.resolve("lab-workspaces"));
        this.configSections = new ConfigSections(run.resolve("lab-config"));
        this.live =
                LiveServices.open(
                        settings.kernels(),
                        run,
                        new ContentsNotebooks(contents),
                        Clock.systemUTC());
    }

    /// Composes the services; the only place of the lab that says which implementation serves what.
    ///
    /// @throws UncheckedIOException when the workspace or the run folder cannot be used
    public static Lab open(LabSettings settings, LabAssets assets) {
        try {
            return new Lab(settings, assets);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The workspace '%s' cannot be opened: %s"
                            .formatted(settings.root(), e.getMessage()),
                    e);
        }
    }

    /// What this lab was made with.
    public LabSettings settings() {
        return settings;
    }

    /// When it was opened.
    public Instant started() {
        return started;
    }

    /// JupyterLab itself.
    public LabAssets assets() {
        return assets;
    }

    /// The prebuilt extensions that the page loads.
    public LabExtensions extensions() {
        return extensions;
    }

    /// The files of the workspace.
    public Contents contents() {
        return contents;
    }

    /// The settings of JupyterLab's plugins.
    public Settings labSettings() {
        return labSettings;
    }

    /// The layouts of JupyterLab.
    public Workspaces workspaces() {
        return workspaces;
    }

    /// The sections of Jupyter's config service.
    public ConfigSections configSections() {
        return configSections;
    }

    /// The kernels and sessions.
    public KernelHouse house() {
        return live.house();
    }

    /// The terminals.
    public Terminals terminals() {
        return live.terminals();
    }

    /// What happens here.
    public EventBus events() {
        return live.events();
    }

    /// Releases what the services hold; kernels live on.
    @Override
    public void close() {
        live.close();
    }
}
