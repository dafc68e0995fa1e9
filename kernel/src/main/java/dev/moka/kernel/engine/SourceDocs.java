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

    private static final Pattern CONSTRUCTOR = Pattern.compile("([\\w.]+)(?:<.*>)?\\((.*)\\).*");

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

    private static int parameters(String list) {
        return list.isBlank() ? 0 : list.split(",", -1).length;
    }

    private Optional<String> find(String typeName, String member, int parameters) {
        try {
            Optional<Class<?>> type = types.apply(typeName);
            Optional<String> source = type.isPresent() ? source(type.get()) : Optional.empty();
            return source.isPresent()
                    ? comment(source.get(), type.orElseThrow().getSimpleName(), member, parameters)
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> source(Class<?> type) throws IOException {
        Optional<Path> jar = jar(type);
        if (jar.isEmpty()) {
            return Optional.empty();
        }
        String name = jar.get().getFileName().toString().replaceAll("\\.jar$", "-sources.jar");
        Path sources = jar.get().resolveSibling(name);
        if (!Files.isRegularFile(sources)) {
            return Optional.empty();
        }
        try (JarFile file = new JarFile(sources.toFile())) {
            ZipEntry entry =
                    file.getEntry(
                            type.getName().replaceAll("\\$.*", "").replace('.', '/') + ".java");
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

    private static Optional<String> comment(
            String source, String type, String member, int parameters) throws IOException {
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
            TreePath path = new Finder(type, member, parameters).scan(unit, null);
            String comment = path == null ? null : trees.getDocComment(path);
            if (comment != null) {
                return Optional.of(comment);
            }
        }
        return Optional.empty();
    }

    /// Finds a declaration by name and number of parameters.
    private static final class Finder extends TreePathScanner<@Nullable TreePath, @Nullable Void> {
        private final String type;
        private final String member;
        private final int parameters;

        Finder(String type, String member, int parameters) {
            this.type = type;
            this.member = member;
            this.parameters = parameters;
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
                                    method.getName().contentEquals(member)
                                            && method.getParameters().size() == parameters;
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
