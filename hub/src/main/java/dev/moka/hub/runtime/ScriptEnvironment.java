package dev.moka.hub.runtime;

import dev.moka.hub.home.Home;
import dev.moka.hub.host.Allotment;
import dev.moka.hub.notebook.Hook;
import dev.moka.hub.notebook.NotebookInstance;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The environment variables of lifecycle scripts and, without the hook, of kernels: what programs
/// need to run, and `MOKA_…`; nothing else of the hub's own environment.
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
    private static final String PATH =
            "/usr/local/sbin:/usr/local/bin:/usr/bin:/usr/sbin:/sbin:/bin";

    private final Home home;
    private final Path content;
    private final Map<String, String> own;

    /// @param own the hub's environment
    ScriptEnvironment(Home home, Path content, Map<String, String> own) {
        this.home = home;
        this.content = content;
        this.own = Map.copyOf(own);
    }

    /// The variables that describe the instance.
    Map<String, String> ofInstance(NotebookInstance instance) {
        Map<String, String> variables = new TreeMap<>();
        String workspace = home.work(instance.key()).toString();
        variables.put("HOME", workspace);
        variables.put("MOKA_WORKSPACE", workspace);
        variables.put("MOKA_OWNER", instance.key().owner().value());
        variables.put("MOKA_INSTANCE_NAME", instance.key().name().value());
        variables.put("MOKA_INSTANCE_TYPE", instance.spec().instanceType());
        variables.put("MOKA_MAVEN_CACHE", home.mavenCache().toString());
        variables.put("MOKA_CONTENT", content.toString());
        return variables;
    }

    Map<String, String> ofScript(NotebookInstance instance, Hook hook, Allotment allotment) {
        Map<String, String> variables = new TreeMap<>();
        variables.put("PATH", PATH);
        own.forEach((name, value) -> {
            if (PASSED.contains(name)) {
                variables.put(name, value);
            }
        });
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("USER", instance.key().owner().value());
        variables.put("SHELL", "/bin/bash");
        variables.put("TERM", "dumb");
        variables.put("MOKA_HOOK", hook.word());
        variables.put("MOKA_CPUS", Integer.toString(allotment.cpus()));
        variables.put("MOKA_MEMORY_MIB", Integer.toString(allotment.memoryMib()));
        variables.putAll(ofInstance(instance));
        return variables;
    }
}
