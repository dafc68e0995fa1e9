package dev.moka.kernel.engine.jshell;

import dev.moka.kernel.engine.CellLoader;
import java.io.File;
import java.nio.file.Path;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;

/// JShell's view of the user's class loader.
record CellClasses(CellLoader loader) implements LoaderDelegate {
    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        declare(classes);
        var loaded = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            try {
                var _ = Class.forName(classes[i].name(), false, loader).getDeclaredMethods();
                loaded[i] = true;
            } catch (ClassNotFoundException | LinkageError e) {
                throw new ClassInstallException("load: " + e.getMessage(), loaded);
            }
        }
    }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) {
        declare(classes);
    }

    private void declare(ClassBytecodes[] classes) {
        for (ClassBytecodes each : classes) {
            loader.declare(each.name(), each.bytecodes());
        }
    }

    @Override
    public void addToClasspath(String path) {
        for (String entry : path.split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                loader.add(Path.of(entry));
            }
        }
    }

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        return Class.forName(name, false, loader);
    }
}
