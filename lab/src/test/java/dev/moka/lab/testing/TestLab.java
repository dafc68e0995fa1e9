package dev.moka.lab.testing;

import dev.moka.lab.assets.LabAssets;
import dev.moka.lab.kernels.KernelProgram;
import dev.moka.lab.kernels.KernelSettings;
import dev.moka.lab.kernels.ProcessKernelLauncher;
import dev.moka.lab.site.Identity;
import dev.moka.lab.site.Lab;
import dev.moka.lab.site.LabSettings;
import dev.moka.lab.site.PageOptions;
import dev.moka.lab.web.LabWeb;
import dev.moka.protocol.jupyter.Json;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/// A lab of one folder on a free port of the loopback, with the real kernel.
public final class TestLab implements AutoCloseable {
    private final Lab lab;
    private final Javalin server;

    private TestLab(Lab lab, Javalin server) {
        this.lab = lab;
        this.server = server;
    }

    /// Starts a lab with the usual settings.
    public static TestLab start(Path root, Path run) {
        return start(root, run, settings -> settings);
    }

    /// Starts a lab with kernel settings of its own.
    public static TestLab start(Path root, Path run, UnaryOperator<KernelSettings> change) {
        KernelSettings kernels = change.apply(kernelSettings());
        LabSettings settings =
                new LabSettings(
                        root,
                        run,
                        "/",
                        Identity.named("ann"),
                        PageOptions.standard(),
                        List.of(),
                        Json::object,
                        kernels);
        Lab lab = Lab.open(settings, assets(run));
        Javalin server =
                Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    config.jetty.host = "127.0.0.1";
                    LabWeb.configure(config);
                    LabWeb.mount(config.routes, "", _ -> lab);
                });
        return new TestLab(lab, server.start(0));
    }

    /// A JupyterLab with nothing in it: these tests need its place, not its pages.
    private static LabAssets assets(Path run) {
        try {
            Path assets = run.resolve("empty-jupyterlab");
            Path bundle = Files.createDirectories(assets.resolve("static"));
            Files.writeString(bundle.resolve("main.0123456789abcdef.js"), "");
            return LabAssets.open(assets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Kernel settings with the kernel that this build made.
    public static KernelSettings kernelSettings() {
        Path folder = Path.of(System.getProperty("moka.root", ".."), "kernel", "target");
        return KernelSettings.with(
                new ProcessKernelLauncher(KernelProgram.in(folder), System.getenv()));
    }

    /// The services.
    public Lab lab() {
        return lab;
    }

    /// The address of a path.
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path));
    }

    /// A client of the REST API.
    public Rest rest() {
        return new Rest(uri(""));
    }

    /// Ends all kernels, then the server.
    @Override
    public void close() {
        try {
            lab.house().endAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stop();
    }

    /// Stops the server as a hub does: kernels live on.
    public void stop() {
        lab.close();
        server.stop();
    }
}
