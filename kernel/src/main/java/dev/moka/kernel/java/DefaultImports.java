package dev.moka.kernel.java;

/// What every cell sees without an import of its own, as in IJava and `jshell`.
final class DefaultImports {
    static final String CODE =
            """
            import java.io.*;
            import java.math.*;
            import java.net.*;
            import java.nio.file.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;
            import java.util.prefs.*;
            import java.util.regex.*;
            import java.util.stream.*;
            import static dev.moka.kernel.api.Notebook.*;
            import dev.moka.kernel.api.*;
            """;

    private DefaultImports() {}
}
