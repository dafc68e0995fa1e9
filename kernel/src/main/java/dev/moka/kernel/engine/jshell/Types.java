package dev.moka.kernel.engine.jshell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;

/// Finds the class that a name in a cell means, by the cells' imports.
record Types(JShell shell, ClassLoader loader) {
    /// @param name simple or full; type arguments are ignored
    Optional<Class<?>> find(String name) {
        String erased = name.replaceAll("<.*", "").strip();
        if (erased.isEmpty() || erased.endsWith("]")) {
            return Optional.empty();
        }
        return candidates(erased).map(this::load).flatMap(Optional::stream).findFirst();
    }

    private Stream<String> candidates(String name) {
        if (name.indexOf('.') > 0) {
            return Stream.of(name, name.replaceFirst("\\.([^.]+)$", "\\$$1"));
        }
        List<String> imports =
                shell.imports()
                        .filter(each -> !each.isStatic())
                        .map(ImportSnippet::fullname)
                        .toList();
        Stream<String> single = imports.stream().filter(each -> each.endsWith("." + name));
        Stream<String> onDemand =
                imports.stream()
                        .filter(each -> each.endsWith(".*"))
                        .map(each -> each.substring(0, each.length() - 1) + name);
        return Stream.of(single, Stream.of("java.lang." + name), onDemand).flatMap(each -> each);
    }

    private Optional<Class<?>> load(String name) {
        try {
            return Optional.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError _) {
            return Optional.empty();
        }
    }
}
