package dev.moka.lab.kernels;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The part of a server's environment that user code may see: what programs need to run at all, and
/// no secret.
public final class ChildEnvironment {
    private static final Set<String> PASSED =
            Set.of(
                    "PATH",
                    "HOME",
                    "USER",
                    "LOGNAME",
                    "SHELL",
                    "LANG",
                    "LANGUAGE",
                    "TZ",
                    "TMPDIR",
                    "http_proxy",
                    "https_proxy",
                    "no_proxy",
                    "HTTP_PROXY",
                    "HTTPS_PROXY",
                    "NO_PROXY",
                    "SSL_CERT_FILE",
                    "SSL_CERT_DIR",
                    "JAVA_TOOL_OPTIONS",
                    "MOKA_OFFLINE",
                    "MOKA_MAVEN_REPOSITORY",
                    "MOKA_MAVEN_SETTINGS");
    private static final String LOCALE = "LC_";
    private static final String JAVA_KERNEL = "IJAVA_";

    private ChildEnvironment() {}

    /// The harmless part of an environment.
    public static Map<String, String> of(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(entry -> isPassed(entry.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isPassed(String name) {
        return PASSED.contains(name) || name.startsWith(LOCALE) || name.startsWith(JAVA_KERNEL);
    }
}
