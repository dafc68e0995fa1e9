package dev.moka.kernel.magics;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/// Files by pattern: `*` and `?` within a name, `**` over folders.
public final class Globs {
    private static final int MAX_DEPTH = 20;

    private Globs() {}

    /// The files and folders that match, sorted. A pattern that ends in `/*` matches jars, as
    /// Java's own class paths do.
    public static List<Path> find(Path pattern) throws IOException {
        Path fixed = pattern.getRoot() == null ? Path.of("") : pattern.getRoot();
        int names = 0;
        while (names < pattern.getNameCount() && !isPattern(pattern.getName(names).toString())) {
            fixed = fixed.resolve(pattern.getName(names++));
        }
        if (names == pattern.getNameCount()) {
            return Files.exists(pattern) ? List.of(pattern) : List.of();
        }
        if (!Files.isDirectory(fixed)) {
            return List.of();
        }
        String glob = pattern.subpath(names, pattern.getNameCount()).toString();
        boolean jarsOnly = glob.equals("*");
        PathMatcher matcher =
                FileSystems.getDefault().getPathMatcher("glob:" + (jarsOnly ? "*.jar" : glob));
        Path base = fixed;
        int depth = glob.contains("**") ? MAX_DEPTH : pattern.getNameCount() - names;
        try (Stream<Path> tree = Files.walk(base, depth)) {
            return tree.filter(each -> !each.equals(base) && matcher.matches(base.relativize(each)))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isPattern(String name) {
        return name.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{');
    }
}
