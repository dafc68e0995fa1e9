package dev.moka.hub.console;

import dev.moka.hub.catalog.InstanceTypes;
import dev.moka.hub.changes.Changes;
import dev.moka.hub.host.HostCapacity;
import dev.moka.hub.identity.ApiTokens;
import dev.moka.hub.identity.Sessions;
import dev.moka.hub.identity.Users;
import dev.moka.hub.metering.Metering;
import dev.moka.hub.notebook.InstanceKey;
import dev.moka.hub.notebook.LifecycleConfigs;
import dev.moka.hub.notebook.NotebookInstances;
import dev.moka.hub.notebook.PackageSets;
import dev.moka.hub.web.Callers;
import dev.moka.hub.web.Xsrf;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// What the pages show and act upon.
///
/// @param kernels the kernels that run on an instance
/// @param workspace the folder of an instance, to count what would be deleted
/// @param scriptLimit how long a lifecycle script may run
/// @param hostName what the machine is called
/// @param address where people reach the hub, for links that are handed out; known once it listens
public record ConsoleParts(
        Users users,
        Sessions sessions,
        ApiTokens tokens,
        NotebookInstances instances,
        LifecycleConfigs configs,
        PackageSets sets,
        Resolutions resolutions,
        InstanceTypes types,
        HostCapacity capacity,
        Metering metering,
        Changes changes,
        StorageParts storage,
        Callers callers,
        Xsrf xsrf,
        Function<InstanceKey, List<RunningKernel>> kernels,
        Function<InstanceKey, Path> workspace,
        Duration scriptLimit,
        String hostName,
        Supplier<String> address,
        Clock clock) {}
