package dev.moka.hub.sandbox;

import dev.moka.hub.workload.NetworkAccess;
import dev.moka.hub.workload.WorkloadId;
import dev.moka.hub.workload.WorkloadLimits;
import dev.moka.hub.workload.WorkloadSpec;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out, by trying, how far workloads can be kept apart on this machine.
final class Probe {
    private static final Logger log = LoggerFactory.getLogger(Probe.class);
    private static final int SECONDS = 10;
    private static final int SOMEBODY = 29_999;

    private final Path scratch;

    /// @param scratch a folder in which to try; deleted afterwards
    Probe(Path scratch) {
        this.scratch = scratch;
    }

    SandboxKind find() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return SandboxKind.PLAIN;
        }
        if (isRoot() && works(SandboxKind.OWN_USER)) {
            return SandboxKind.OWN_USER;
        }
        return works(SandboxKind.NAMESPACES) && !isRoot()
                ? SandboxKind.NAMESPACES
                : SandboxKind.PLAIN;
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private boolean works(SandboxKind kind) {
        RunFolder folder = new RunFolder(new WorkloadId("probe"), scratch);
        try {
            folder.prepare();
            EtcFolder.fill(folder.file("etc"), SOMEBODY);
            if (kind == SandboxKind.OWN_USER) {
                Files.setAttribute(folder.ml(), "unix:uid", SOMEBODY);
            }
            WorkloadSpec spec =
                    new WorkloadSpec(
                            folder.id(),
                            List.of("/bin/sh", "-c", ": >/opt/ml/written"),
                            Map.of(),
                            List.of(),
                            new WorkloadLimits(1, 64, 16, 1),
                            NetworkAccess.NONE);
            Process process =
                    new ProcessBuilder(new SandboxCommand(kind, folder, spec).words(SOMEBODY))
                            .redirectInput(new File("/dev/null"))
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return Files.exists(folder.ml().resolve("written"));
        } catch (IOException e) {
            log.debug("No sandbox of kind {}: {}", kind, e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            delete(folder);
        }
    }

    private static void delete(RunFolder folder) {
        try {
            folder.delete();
        } catch (IOException e) {
            log.warn("{} could not be deleted: {}", folder.folder(), e.toString());
        }
    }
}
