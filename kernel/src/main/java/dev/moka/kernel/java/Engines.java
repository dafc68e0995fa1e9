package dev.moka.kernel.java;

import dev.moka.kernel.engine.Engine;
import dev.moka.kernel.engine.javac.JavacEngine;
import dev.moka.kernel.engine.jshell.JShellEngine;
import java.nio.file.Path;

/// Chooses the engine of a session.
final class Engines {
    private Engines() {}

    /// The engine that is asked for; without a wish the fast one, where this JDK has what it needs.
    static Engine open(KernelSettings settings, Path api) {
        boolean javac =
                switch (settings.engine()) {
                    case JAVAC -> true;
                    case JSHELL -> false;
                    case BEST -> JavacEngine.isAvailable();
                };
        return javac
                ? new JavacEngine(api, settings.compilerOptions())
                : new JShellEngine(api, settings.compilerOptions());
    }
}
