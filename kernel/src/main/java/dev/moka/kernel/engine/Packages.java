package dev.moka.kernel.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names of packages and classes that code could import: the JDK's exported packages and the
/// user's jars. JShell has such an index too, which takes it a second of processor time to build.
public final class Packages {
    private static final Set<String> JDK =
            ModuleLayer.boot().modules().stream()
                    .map(Module::getDescriptor)
                    .filter(module -> module != null && !module.name().startsWith("jdk.internal"))
                    .flatMap(module -> module.exports().stream())
                    .filter(exports -> !exports.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .filter(name -> !name.startsWith("dev.moka."))
                    .collect(Collectors.toUnmodifiableSet());

    private final ClassLoader loader;
    private final Map<Path, List<String>> classesOfJars = new ConcurrentHashMap<>();

    /// @param loader the user's
    public Packages(ClassLoader loader) {
        this.loader = loader;
    }

    /// The next names after a prefix that ends in a dot: for `java.` among others `util`.
    public SortedSet<String> below(String prefix, Collection<Path> classpath) {
        return Stream.concat(JDK.stream(), classes(classpath).map(Packages::packageOf))
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()).split("\\.", 2)[0])
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The full names of public classes with this simple name, the JDK's main packages first.
    public List<String> candidates(String simpleName, Collection<Path> classpath) {
        Stream<String> jdk =
                JDK.stream()
                        .map(name -> name + "." + simpleName)
                        .filter(this::exists)
                        .sorted(
                                Comparator.comparing((String name) -> !name.startsWith("java."))
                                        .thenComparing(name -> name));
        Stream<String> jars =
                classes(classpath).filter(name -> name.endsWith("." + simpleName)).sorted();
        return Stream.concat(jdk, jars).distinct().toList();
    }

    private boolean exists(String className) {
        // A class that is there has a file; loading a few hundred that are not would be slower.
        return loader.getResource(className.replace('.', '/') + ".class") != null;
    }

    private static String packageOf(String className) {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }

    private Stream<String> classes(Collection<Path> classpath) {
        return classpath.stream()
                .filter(entry -> entry.toString().endsWith(".jar") && Files.isRegularFile(entry))
                .flatMap(jar -> classesOfJars.computeIfAbsent(jar, Packages::read).stream());
    }

    private static List<String> read(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name ->
                            name.endsWith(".class")
                                    && name.indexOf('$') < 0
                                    && !name.startsWith("META-INF"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
