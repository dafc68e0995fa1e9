package dev.moka.kernel.java;

import java.util.List;
import java.util.stream.Collectors;

/// What every cell sees without an import of its own, as in IJava and `jshell`, and the kernel's
/// own API.
final class DefaultImports {
    private static final List<String> PACKAGES =
            List.of(
                    "java.io",
                    "java.math",
                    "java.net",
                    "java.nio.file",
                    "java.util",
                    "java.util.concurrent",
                    "java.util.function",
                    "java.util.prefs",
                    "java.util.regex",
                    "java.util.stream",
                    "dev.moka.kernel.api");

    static final String CODE =
            PACKAGES.stream().map("import %s.*;\n"::formatted).collect(Collectors.joining())
                    + "import static dev.moka.kernel.api.Notebook.*;\n";

    private DefaultImports() {}
}
