package dev.moka.lab.contents;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a path is to the contents service.
public enum ContentsType {
    DIRECTORY,
    FILE,
    NOTEBOOK;

    /// The type of this name; an unknown one is a file, as JupyterLab's extensions expect. Null and
    /// an empty name are no type.
    public static @Nullable ContentsType parse(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        return switch (name) {
            case "directory" -> DIRECTORY;
            case "notebook" -> NOTEBOOK;
            default -> FILE;
        };
    }

    /// The type that a file of this name has.
    static ContentsType ofName(String name) {
        return name.endsWith(".ipynb") ? NOTEBOOK : FILE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
