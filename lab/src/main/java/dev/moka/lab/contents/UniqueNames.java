package dev.moka.lab.contents;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/// Names that are still free in a folder, counted as Jupyter counts.
final class UniqueNames {
    private UniqueNames() {}

    /// `name`, or with `insert` and a number before its ending, whichever is free first.
    static String in(Folder folder, String name, String insert) throws IOException {
        Set<String> taken = new HashSet<>(folder.names());
        int dot = name.endsWith(".ipynb") ? name.lastIndexOf('.') : name.indexOf('.');
        int end = dot < 0 ? name.length() : dot;
        String candidate = name;
        for (int i = 1; taken.contains(candidate); i++) {
            candidate = name.substring(0, end) + insert + i + name.substring(end);
        }
        return candidate;
    }

    /// The name without the `-Copy3` that an earlier copy got.
    static String withoutCopy(String name) {
        return name.replaceAll("-Copy\\d*\\.", ".");
    }
}
