package dev.moka.hub;

import dev.moka.hub.host.Host;
import dev.moka.hub.logs.LogEventStore;
import dev.moka.hub.notebook.InstanceRuntime;
import dev.moka.hub.notebook.PackageResolution;
import dev.moka.hub.notebook.StartLogs;

/// What the features need to run instances.
record Machine(
        Host host,
        InstanceRuntime runtime,
        StartLogs logs,
        PackageResolution packages,
        LogEventStore events) {}
