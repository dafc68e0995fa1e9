package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.api.ClientCodeWrapper.Trusted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/// The compiler's files: the user's class path and, in memory, the classes of cells.
@Trusted
final class CellFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final List<Path> classpath = new ArrayList<>();
    private final Map<String, ClassFile> kept = new LinkedHashMap<>();
    private final List<ClassFile> written = new ArrayList<>();

    /// @param api the kernel's public API, a jar or folder
    CellFiles(StandardJavaFileManager standard, Path api) {
        super(standard);
        add(List.of(api));
    }

    void add(List<Path> entries) {
        classpath.addAll(entries);
        try {
            fileManager.setLocationFromPaths(StandardLocation.CLASS_PATH, classpath);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The classes written since the last call.
    List<ClassFile> takeWritten() {
        List<ClassFile> taken = List.copyOf(written);
        written.clear();
        return taken;
    }

    /// Lets later cells compile against these classes.
    void keep(Collection<ClassFile> classes) {
        for (ClassFile each : classes) {
            kept.put(each.className(), each);
        }
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<Kind> kinds, boolean recurse)
            throws IOException {
        if (location == StandardLocation.CLASS_PATH && packageName.equals(CellNames.PACKAGE)) {
            return List.copyOf(kept.values());
        }
        return super.list(location, packageName, kinds, recurse);
    }

    @Override
    public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof ClassFile cell
                ? cell.className()
                : super.inferBinaryName(location, file);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            JavaFileManager.Location location, String className, Kind kind, FileObject sibling) {
        ClassFile file = new ClassFile(className);
        written.add(file);
        return file;
    }

    /// The class path is the user's, whatever the compiler options say.
    @Override
    public boolean handleOption(String current, Iterator<String> remaining) {
        if (List.of("-classpath", "--class-path", "-cp").contains(current)) {
            remaining.next();
            return true;
        }
        return super.handleOption(current, remaining);
    }
}
