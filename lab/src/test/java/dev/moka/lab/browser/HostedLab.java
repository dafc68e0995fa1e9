package dev.moka.lab.browser;

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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// A lab as a hub mounts it: under the path of an instance, with what the hub tells of the
/// instance, the real kernel and the real JupyterLab.
final class HostedLab implements AutoCloseable {
    private static final Path ROOT = Path.of(System.getProperty("moka.root"));
    private static final String BASE = "/notebook/ann/fraud-exploration/";
    private static final long GIB = 1L << 30;

    private final Lab lab;
    private final Javalin server;

    private HostedLab(Lab lab, Javalin server) {
        this.lab = lab;
        this.server = server;
    }

    static HostedLab start(Path workspace, Path run) throws IOException {
        KernelProgram program = KernelProgram.in(ROOT.resolve("kernel/target"));
        LabSettings settings =
                new LabSettings(
                        workspace,
                        run,
                        BASE,
                        Identity.named("ann"),
                        new PageOptions("Moka", true, List.of(), Map.of()),
                        List.of(),
                        HostedLab::instance,
                        KernelSettings.with(new ProcessKernelLauncher(program, System.getenv())));
        Lab lab = Lab.open(settings, LabAssets.open(ROOT.resolve("lab/target/jupyterlab")));
        Javalin server =
                Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    LabWeb.configure(config);
                    LabWeb.mount(config.routes, "/notebook/{owner}/{instance}", _ -> lab);
                });
        return new HostedLab(lab, server.start("127.0.0.1", 0));
    }

    private static ObjectNode instance() {
        return Json.object()
                .put("name", "fraud-exploration")
                .put("instanceType", "ml.t3.medium")
                .put("vcpu", 2)
                .put("memoryLimitBytes", 4 * GIB)
                .put("memoryUsedBytes", 6 * GIB / 10)
                .put("usdPerHour", 0.05)
                .put("usdSoFar", 0.17)
                .put("hubUrl", "/");
    }

    /// The address of a page, for example `lab/tree/a.ipynb`.
    String address(String path) {
        return "http://127.0.0.1:%d%s%s".formatted(server.port(), BASE, path);
    }

    /// Ends the kernels, then the server.
    @Override
    public void close() {
        try {
            lab.house().endAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lab.close();
        server.stop();
    }
}
