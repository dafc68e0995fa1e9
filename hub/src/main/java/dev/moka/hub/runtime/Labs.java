package dev.moka.hub.runtime;

import dev.moka.hub.home.Home;
import dev.moka.hub.host.Allotment;
import dev.moka.hub.notebook.InstanceDetails;
import dev.moka.hub.notebook.InstanceKey;
import dev.moka.hub.notebook.LockedPackage;
import dev.moka.hub.notebook.NotebookInstance;
import dev.moka.lab.assets.LabAssets;
import dev.moka.lab.kernels.KernelProgram;
import dev.moka.lab.kernels.KernelResources;
import dev.moka.lab.kernels.KernelSettings;
import dev.moka.lab.kernels.ProcessKernelLauncher;
import dev.moka.lab.site.Identity;
import dev.moka.lab.site.Lab;
import dev.moka.lab.site.LabSettings;
import dev.moka.lab.site.PageOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The lab of each instance that is in service.
public final class Labs implements AutoCloseable {
    private final Home home;
    private final InstanceEnvironment instances;
    private final Map<String, String> environment;
    private final Function<InstanceKey, InstanceDetails> details;
    private final Function<InstanceDetails, ObjectNode> info;
    private final Map<InstanceKey, Lab> open = new ConcurrentHashMap<>();
    private final ReentrantLock opening = new ReentrantLock();
    private @Nullable LabAssets assets;

    /// @param environment the hub's environment, of which kernels see a harmless part
    /// @param details what is known of an instance at the moment, for its next kernel
    /// @param info what the status item of the page shows
    public Labs(
            Home home,
            InstanceEnvironment instances,
            Map<String, String> environment,
            Function<InstanceKey, InstanceDetails> details,
            Function<InstanceDetails, ObjectNode> info) {
        this.home = home;
        this.instances = instances;
        this.environment = Map.copyOf(environment);
        this.details = details;
        this.info = info;
    }

    /// The lab's address on the hub, with a slash at the end.
    public static String path(InstanceKey key) {
        return "/notebook/%s/%s/".formatted(key.owner(), key.name());
    }

    /// The lab of an instance, opened if it is not yet; then kernels that live on are taken back.
    public Lab open(NotebookInstance instance) {
        return open.computeIfAbsent(instance.key(), this::openNow);
    }

    Optional<Lab> find(InstanceKey key) {
        return Optional.ofNullable(open.get(key));
    }

    /// Ends the kernels of an instance, also those of an earlier hub, and closes its lab.
    void end(InstanceKey key) {
        Lab lab = open.computeIfAbsent(key, this::openNow);
        try {
            lab.house().endAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(key);
        }
    }

    /// Lets go of all labs; their kernels live on.
    @Override
    public void close() {
        open.keySet().forEach(this::close);
    }

    private void close(InstanceKey key) {
        Lab lab = open.remove(key);
        if (lab != null) {
            lab.close();
        }
    }

    private Lab openNow(InstanceKey key) {
        try {
            return Lab.open(settings(key), assets());
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private LabAssets assets() throws IOException {
        opening.lock();
        try {
            if (assets == null) {
                assets = LabAssets.open(instances.root().resolve("lab/target/jupyterlab"));
            }
            return assets;
        } finally {
            opening.unlock();
        }
    }

    private LabSettings settings(InstanceKey key) {
        return new LabSettings(
                home.work(key),
                home.run(key),
                path(key),
                Identity.named(key.owner().value()),
                PageOptions.standard(),
                List.of(home.labExtensions()),
                () -> info.apply(details.apply(key)),
                kernels(key));
    }

    private KernelSettings kernels(InstanceKey key) {
        KernelProgram program = KernelProgram.in(instances.root().resolve("kernel/target"));
        return KernelSettings.with(new ProcessKernelLauncher(program, environment))
                .withResources(() -> resources(details.apply(key).allotment()))
                .withUserCode(
                        () -> classPath(details.apply(key).instance()),
                        () -> instances.of(details.apply(key).instance()));
    }

    private static KernelResources resources(Allotment allotment) {
        return new KernelResources(allotment.cpus(), (long) allotment.memoryMib() << 20);
    }

    private static List<Path> classPath(NotebookInstance instance) {
        return instance.lock().packages().stream()
                .map(LockedPackage::file)
                .filter(file -> file.endsWith(".jar"))
                .map(Path::of)
                .toList();
    }
}
