package dev.moka.kernel.engine.jshell;

import java.util.Map;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/// Hands a ready execution control to JShell.
record CellControlProvider(CellControl control) implements ExecutionControlProvider {
    @Override
    public String name() {
        return "moka";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
        return control;
    }
}
