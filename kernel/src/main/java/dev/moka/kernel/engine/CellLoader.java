package dev.moka.kernel.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Defines the classes of cells, and loads those of the user's class path.
public final class CellLoader extends URLClassLoader {
    private static final String GUARD = "dev.moka.kernel.guard.";

    static {
        ClassLoader.registerAsParallelCapable();
    }

    private final Map<String, byte[]> cellClasses = new ConcurrentHashMap<>();

    /// @param kernel the loader of the kernel
    public CellLoader(ClassLoader kernel) {
        // Without a name, as a name would stand before each frame of a stack trace.
        super(new URL[0], new IsolatingLoader(kernel));
    }

    /// Adds a jar or folder.
    public void add(Path entry) {
        try {
            addURL(entry.toUri().toURL());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a class path entry: " + entry, e);
        }
    }

    /// Lets a class of a cell be loaded.
    public void declare(String name, byte[] bytes) {
        cellClasses.put(name, bytes);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = cellClasses.get(name);
        if (bytes == null && name.startsWith(GUARD)) {
            bytes = guardClass(name);
        }
        return bytes == null ? super.findClass(name) : defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        byte[] cell =
                name.endsWith(".class")
                        ? cellClasses.get(
                                name.substring(0, name.length() - ".class".length())
                                        .replace('/', '.'))
                        : null;
        return cell == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(cell);
    }

    private static byte[] guardClass(String name) throws ClassNotFoundException {
        try (InputStream in =
                CellLoader.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
