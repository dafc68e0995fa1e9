package dev.moka.kernel.engine;

import dev.moka.kernel.engine.javac.JavacEngine;
import java.util.List;

class JavacEngineTest extends EngineBehaviour {
    @Override
    String engineName() {
        return "javac";
    }

    @Override
    Engine open() {
        return new JavacEngine(api(), List.of());
    }
}
