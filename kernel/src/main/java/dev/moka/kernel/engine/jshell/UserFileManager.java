package dev.moka.kernel.engine.jshell;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/// The compiler's files, with a class path of our own making. JShell would start from the kernel's
/// and so show cells the kernel's libraries.
final class UserFileManager extends ForwardingJavaFileManager<StandardJavaFileManager>
        implements StandardJavaFileManager {
    private final List<Path> classpath = new ArrayList<>();
    private final CountDownLatch index = new CountDownLatch(1);

    UserFileManager(StandardJavaFileManager standard, Path api) {
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

    /// Lets JShell index all classes, from now on.
    void indexWanted() {
        index.countDown();
    }

    private static boolean isIndexer() {
        return StackWalker.getInstance()
                .walk(frames ->
                        frames.anyMatch(frame -> frame.getMethodName().equals("refreshIndexes")));
    }

    @Override
    public boolean handleOption(String current, Iterator<String> remaining) {
        if (List.of("-classpath", "--class-path", "-cp").contains(current)) {
            remaining.next();
            return true;
        }
        return super.handleOption(current, remaining);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(
            Iterable<? extends File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromPaths(
            Collection<? extends Path> paths) {
        return fileManager.getJavaFileObjectsFromPaths(paths);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(Path... paths) {
        return fileManager.getJavaFileObjects(paths);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(
            Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }

    @Override
    public void setLocation(Location location, @Nullable Iterable<? extends File> files)
            throws IOException {
        fileManager.setLocation(location, files);
    }

    @Override
    public void setLocationFromPaths(Location location, Collection<? extends Path> paths)
            throws IOException {
        fileManager.setLocationFromPaths(location, paths);
    }

    @Override
    public void setLocationForModule(
            Location location, String module, Collection<? extends Path> paths) throws IOException {
        fileManager.setLocationForModule(location, module, paths);
    }

    @Override
    public @Nullable Iterable<? extends File> getLocation(Location location) {
        return fileManager.getLocation(location);
    }

    /// JShell's first analysis makes it index every class of the JDK in a thread of its own, to
    /// complete names that are not imported. That costs more than all else at a kernel's start, and
    /// most sessions never need it: it waits until {@link #indexWanted}.
    @Override
    public @Nullable Iterable<? extends Path> getLocationAsPaths(Location location) {
        if (location == StandardLocation.PLATFORM_CLASS_PATH && isIndexer()) {
            try {
                index.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        return fileManager.getLocationAsPaths(location);
    }

    @Override
    public Path asPath(javax.tools.FileObject file) {
        return fileManager.asPath(file);
    }
}
