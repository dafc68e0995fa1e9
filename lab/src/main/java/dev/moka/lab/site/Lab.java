package dev.moka.lab.site;

import java.io.Closeable;

/// The services of one folder: what the routes of [dev.moka.lab.web] act upon.
public final class Lab implements Closeable {
    private final LabSettings settings;

    private Lab(LabSettings settings) {
        this.settings = settings;
    }

    /// Composes the services; the only place of the lab that says which implementation serves what.
    public static Lab open(LabSettings settings) {
        return new Lab(settings);
    }

    /// What this lab was made with.
    public LabSettings settings() {
        return settings;
    }

    /// Releases what the services hold; kernels live on.
    @Override
    public void close() {}
}
