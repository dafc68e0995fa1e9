package dev.moka.hub.runtime;

import dev.moka.hub.host.Allotment;
import dev.moka.hub.notebook.Hook;
import dev.moka.hub.notebook.NotebookInstance;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The environment variables of lifecycle scripts: what programs need to run, and `MOKA_…`; nothing
/// else of the hub's own environment.
final class ScriptEnvironment {
    private static final Set<String> PASSED =
            Set.of(
                    "PATH",
                    "LANG",
                    "LANGUAGE",
                    "LC_ALL",
                    "LC_CTYPE",
                    "TZ",
                    "TMPDIR",
                    "http_proxy",
                    "https_proxy",
                    "no_proxy",
                    "HTTP_PROXY",
                    "HTTPS_PROXY",
                    "NO_PROXY",
                    "SSL_CERT_FILE",
                    "SSL_CERT_DIR");
    private static final String USUAL_PATH =
            "/usr/local/sbin:/usr/local/bin:/usr/bin:/usr/sbin:/sbin:/bin";

    private final InstanceEnvironment instances;
    private final Map<String, String> own;

    /// @param own the hub's environment
    ScriptEnvironment(InstanceEnvironment instances, Map<String, String> own) {
        this.instances = instances;
        this.own = Map.copyOf(own);
    }

    /// @param tools a folder with commands for scripts, put first into the path
    Map<String, String> of(NotebookInstance instance, Hook hook, Allotment allotment, Path tools) {
        Map<String, String> variables = new TreeMap<>();
        own.forEach((name, value) -> {
            if (PASSED.contains(name)) {
                variables.put(name, value);
            }
        });
        variables.merge("PATH", USUAL_PATH, (present, _) -> present);
        variables.computeIfPresent("PATH", (_, path) -> tools + ":" + path);
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("USER", instance.key().owner().value());
        variables.put("SHELL", "/bin/sh");
        variables.put("TERM", "dumb");
        variables.put("MOKA_HOOK", hook.word());
        variables.put("MOKA_CPUS", Integer.toString(allotment.cpus()));
        variables.put("MOKA_MEMORY_MIB", Integer.toString(allotment.memoryMib()));
        variables.put("MOKA_RESOLVE", ResolveCommand.NAME);
        variables.putAll(instances.of(instance));
        return variables;
    }
}
