package dev.moka.hub.runtime;

import dev.moka.hub.home.Home;
import dev.moka.hub.notebook.InstanceKey;
import dev.moka.hub.notebook.NotebookInstance;
import dev.moka.lab.assets.LabAssets;
import dev.moka.lab.site.Identity;
import dev.moka.lab.site.Lab;
import dev.moka.lab.site.LabSettings;
import dev.moka.lab.site.PageOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The lab of each instance that is in service.
public final class Labs implements AutoCloseable {
    private final Home home;
    private final Path assetsFolder;
    private final Function<InstanceKey, ObjectNode> instanceInfo;
    private final ReentrantLock opening = new ReentrantLock();
    private @Nullable LabAssets assets;
    private final Map<InstanceKey, Lab> open = new ConcurrentHashMap<>();

    /// @param assetsFolder the unpacked JupyterLab
    /// @param instanceInfo what the status item of the page shows about an instance
    public Labs(Home home, Path assetsFolder, Function<InstanceKey, ObjectNode> instanceInfo) {
        this.home = home;
        this.assetsFolder = assetsFolder;
        this.instanceInfo = instanceInfo;
    }

    /// The lab's address on the hub, with a slash at the end.
    public static String path(InstanceKey key) {
        return "/notebook/%s/%s/".formatted(key.owner(), key.name());
    }

    /// The lab of an instance, opened if it is not yet; then kernels that live on are taken back.
    public Lab open(NotebookInstance instance) {
        return open.computeIfAbsent(instance.key(), this::openNow);
    }

    void close(InstanceKey key) {
        Lab lab = open.remove(key);
        if (lab != null) {
            lab.close();
        }
    }

    /// Lets go of all labs; their kernels live on.
    @Override
    public void close() {
        open.keySet().forEach(this::close);
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
                assets = LabAssets.open(assetsFolder);
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
                () -> instanceInfo.apply(key));
    }
}
