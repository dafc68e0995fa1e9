package dev.moka.kernel.engine;

import dev.moka.kernel.engine.jshell.JShellEngine;
import java.util.List;

class JShellEngineTest extends EngineBehaviour {
    @Override
    String engineName() {
        return "jshell";
    }

    @Override
    Engine open() {
        return new JShellEngine(api(), List.of());
    }
}
