package dev.moka.lab.site;

import dev.moka.lab.events.EventBus;
import dev.moka.lab.kernels.KernelHouse;
import dev.moka.lab.terminals.Terminals;
import java.io.Closeable;
import java.time.Clock;

/// The services of one folder: what the routes of [dev.moka.lab.web] act upon.
public final class Lab implements Closeable {
    private final LabSettings settings;
    private final LiveServices live;

    private Lab(LabSettings settings) {
        this.settings = settings;
        this.live =
                LiveServices.open(
                        settings.kernels(), settings.run(), (_, _) -> {}, Clock.systemUTC());
    }

    /// Composes the services; the only place of the lab that says which implementation serves what.
    public static Lab open(LabSettings settings) {
        return new Lab(settings);
    }

    /// What this lab was made with.
    public LabSettings settings() {
        return settings;
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
