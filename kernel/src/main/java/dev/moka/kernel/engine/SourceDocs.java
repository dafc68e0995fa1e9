package dev.moka.kernel.engine;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Doc comments of the user's libraries, from the `-sources.jar` that lies beside a library's jar
/// when it was downloaded.
public record SourceDocs(Function<String, Optional<Class<?>>> types) {
    /// `int Math.max(int a, int b)`, `tech.tablesaw.api.Table`, `new` for constructors is not part
    /// of it.
    private static final Pattern METHOD = Pattern.compile("(?:.* )?([\\w.]+)\\.(\\w+)\\((.*)\\).*");

    private static final Path JDK_SOURCES =
            Path.of(System.getProperty("java.home"), "lib", "src.zip");
    private static final Pattern CONSTRUCTOR = Pattern.compile("([\\w.]+)(?:<.*>)?\\((.*)\\).*");

    /// The comment of what a signature names.
    ///
    /// @param signature for example `int Math.max(int a, int b)`
    public Optional<String> find(String signature) {
        Matcher method =
                METHOD.matcher(signature.replaceAll("<[^<>]*>", "").replaceAll("<[^<>]*>", ""));
        if (method.matches()) {
            return find(method.group(1), method.group(2), parameters(method.group(3)));
        }
        Matcher constructor = CONSTRUCTOR.matcher(signature);
        return constructor.matches()
                ? find(constructor.group(1), "<init>", parameters(constructor.group(2)))
                : find(signature.strip(), "", 0);
    }

    /// What the sources say of a member, or of the type when it has no name.
    ///
    /// @param parameterTypes simple names without type arguments, of a method
    public Optional<Found> find(Class<?> type, String member, List<String> parameterTypes) {
        try {
            Optional<String> source = source(type);
            return source.isEmpty()
                    ? Optional.empty()
                    : find(
                            source.get(),
                            type.getSimpleName(),
                            member,
                            method -> types(method).equals(parameterTypes));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// A declaration in the sources.
    ///
    /// @param parameters names, of a method
    public record Found(List<String> parameters, Optional<String> comment) {
        public Found {
            parameters = List.copyOf(parameters);
        }
    }

    private static List<String> types(MethodTree method) {
        return method.getParameters().stream()
                .map(parameter -> simple(parameter.getType().toString()))
                .toList();
    }

    private static String simple(String type) {
        return type.replaceAll("<.*>", "")
                .replaceAll("@\\w+ ", "")
                .replaceAll(".*\\.(?=\\w)", "")
                .strip();
    }

    private static int parameters(String list) {
        return list.isBlank() ? 0 : list.split(",", -1).length;
    }

    private Optional<String> find(String typeName, String member, int parameters) {
        try {
            Optional<Class<?>> type = types.apply(typeName);
            Optional<String> source = type.isPresent() ? source(type.get()) : Optional.empty();
            return source.isPresent()
                    ? find(
                                    source.get(),
                                    type.orElseThrow().getSimpleName(),
                                    member,
                                    method -> method.getParameters().size() == parameters)
                            .flatMap(Found::comment)
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> source(Class<?> type) throws IOException {
        Module module = type.getModule();
        if (module.isNamed()) {
            return entry(JDK_SOURCES, module.getName() + "/" + file(type));
        }
        Optional<Path> jar = jar(type);
        if (jar.isEmpty()) {
            return Optional.empty();
        }
        String name = jar.get().getFileName().toString().replaceAll("\\.jar$", "-sources.jar");
        Path sources = jar.get().resolveSibling(name);
        return entry(sources, file(type));
    }

    private static String file(Class<?> type) {
        return type.getName().replaceAll("\\$.*", "").replace('.', '/') + ".java";
    }

    private static Optional<String> entry(Path sources, String name) throws IOException {
        if (!Files.isRegularFile(sources)) {
            return Optional.empty();
        }
        try (JarFile file = new JarFile(sources.toFile())) {
            ZipEntry entry = file.getEntry(name);
            return entry == null
                    ? Optional.empty()
                    : Optional.of(
                            new String(
                                    file.getInputStream(entry).readAllBytes(),
                                    StandardCharsets.UTF_8));
        }
    }

    private static Optional<Path> jar(Class<?> type) {
        var code = type.getProtectionDomain().getCodeSource();
        if (code == null || code.getLocation() == null) {
            return Optional.empty();
        }
        try {
            URI location = code.getLocation().toURI();
            return "file".equals(location.getScheme())
                    ? Optional.of(Path.of(location))
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static Optional<Found> find(
            String source, String type, String member, Predicate<MethodTree> wanted)
            throws IOException {
        var file =
                new SimpleJavaFileObject(
                        URI.create("string:///" + type + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        var task =
                (JavacTask)
                        ToolProvider.getSystemJavaCompiler()
                                .getTask(
                                        null,
                                        null,
                                        _ -> {},
                                        List.of("-proc:none"),
                                        null,
                                        List.of(file));
        DocTrees trees = DocTrees.instance(task);
        for (CompilationUnitTree unit : task.parse()) {
            TreePath path = new Finder(type, member, wanted).scan(unit, null);
            if (path != null) {
                List<String> names =
                        path.getLeaf() instanceof MethodTree method
                                ? method.getParameters().stream()
                                        .map(parameter -> parameter.getName().toString())
                                        .toList()
                                : List.of();
                return Optional.of(
                        new Found(names, Optional.ofNullable(trees.getDocComment(path))));
            }
        }
        return Optional.empty();
    }

    /// Finds a declaration by name and parameters.
    private static final class Finder extends TreePathScanner<@Nullable TreePath, @Nullable Void> {
        private final String type;
        private final String member;
        private final Predicate<MethodTree> wanted;

        Finder(String type, String member, Predicate<MethodTree> wanted) {
            this.type = type;
            this.member = member;
            this.wanted = wanted;
        }

        @Override
        public @Nullable TreePath visitClass(ClassTree tree, @Nullable Void unused) {
            if (!tree.getSimpleName().contentEquals(type)) {
                return super.visitClass(tree, null);
            }
            if (member.isEmpty()) {
                return getCurrentPath();
            }
            for (Tree each : tree.getMembers()) {
                boolean found =
                        switch (each) {
                            case MethodTree method ->
                                    method.getName().contentEquals(member) && wanted.test(method);
                            case VariableTree field -> field.getName().contentEquals(member);
                            default -> false;
                        };
                if (found) {
                    return new TreePath(getCurrentPath(), each);
                }
            }
            return super.visitClass(tree, null);
        }

        @Override
        public @Nullable TreePath reduce(@Nullable TreePath first, @Nullable TreePath second) {
            return first == null ? second : first;
        }
    }
}
