package dev.moka.lab;

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
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// One lab behind one port.
final class LabServer implements Closeable {
    private final Javalin javalin;
    private final Lab lab;
    private final LabOptions options;

    private LabServer(Javalin javalin, Lab lab, LabOptions options) {
        this.javalin = javalin;
        this.lab = lab;
        this.options = options;
    }

    static LabServer start(LabOptions options, Path defaultAssets, String user) throws IOException {
        Path assets = options.assets() == null ? defaultAssets : options.assets();
        Path kernel = defaultAssets.resolve("../../../kernel/target").normalize();
        Lab lab = Lab.open(settings(options, user, kernel), LabAssets.open(assets));
        TokenGate gate = new TokenGate(lab, options);
        String base = options.baseUrl();
        Javalin javalin =
                Javalin.create(config -> {
                    config.concurrency.useVirtualThreads = true;
                    config.startup.showJavalinBanner = false;
                    LabWeb.configure(config);
                    LabWeb.mount(config.routes, base.substring(0, base.length() - 1), gate);
                });
        return new LabServer(javalin.start(options.host(), options.port()), lab, options);
    }

    private static LabSettings settings(LabOptions options, String user, Path kernel)
            throws IOException {
        if (!Files.isDirectory(options.root())) {
            throw new IOException("--root '%s' is not a folder".formatted(options.root()));
        }
        Path run = options.home().resolve("labs").resolve(name(options.root()));
        Files.createDirectories(run);
        return new LabSettings(
                options.root(),
                run,
                options.baseUrl(),
                Identity.named(user),
                PageOptions.standard(),
                List.of(options.home().resolve("labextensions")),
                Json::object,
                KernelSettings.with(
                        new ProcessKernelLauncher(KernelProgram.in(kernel), System.getenv())));
    }

    /// A short name for the folder's state.
    private static String name(Path root) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(root.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The address to open, with the token.
    String address() {
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        String token = options.token().isEmpty() ? "" : "?token=" + options.token();
        return "http://%s:%d%slab%s".formatted(host, javalin.port(), options.baseUrl(), token);
    }

    @Override
    public void close() {
        // In this order: pages whose kernel connection the lab has closed come back to the next
        // one.
        lab.close();
        javalin.stop();
    }
}
