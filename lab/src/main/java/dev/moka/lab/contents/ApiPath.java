package dev.moka.lab.contents;

import dev.moka.lab.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A path in the workspace, as the API writes it: names joined by slashes, relative to the root.
public record ApiPath(List<String> names) {
    private static final int LONGEST_NAME = 255;

    /// The workspace itself.
    public static final ApiPath ROOT = new ApiPath(List.of());

    /// Copies the names and refuses those that no file can have.
    public ApiPath {
        names = List.copyOf(names);
        names.forEach(ApiPath::check);
    }

    /// Parses a path that is already percent-decoded; slashes at the ends and doubled ones do not
    /// count.
    ///
    /// @throws Problem 404 when it points out of the workspace or cannot be a path
    public static ApiPath parse(String text) {
        List<String> names = new ArrayList<>();
        for (String name : text.split("/", -1)) {
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return new ApiPath(names);
    }

    private static void check(String name) {
        if (name.equals("..") || name.equals(".")) {
            throw Problem.notFound(
                    "A path with '%s' is outside root contents directory".formatted(name));
        }
        if (name.isEmpty() || name.indexOf('\0') >= 0 || name.indexOf('/') >= 0) {
            throw Problem.notFound("'%s' is not a valid name".formatted(name.replace("\0", "\\0")));
        }
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_NAME) {
            throw Problem.badRequest(
                    "The name '%s…' has %d bytes; a file name has at most %d"
                            .formatted(name.substring(0, 40), bytes, LONGEST_NAME));
        }
    }

    /// Whether this is the workspace itself.
    public boolean isRoot() {
        return names.isEmpty();
    }

    /// The last name, or an empty string for the root.
    public String name() {
        return names.isEmpty() ? "" : names.getLast();
    }

    /// The folder that it lies in; the root's is the root.
    public ApiPath parent() {
        return names.isEmpty() ? this : new ApiPath(names.subList(0, names.size() - 1));
    }

    /// A thing in this folder.
    public ApiPath child(String name) {
        List<String> all = new ArrayList<>(names);
        all.add(name);
        return new ApiPath(all);
    }

    /// Whether any of its names begins with a dot.
    public boolean isHidden() {
        return names.stream().anyMatch(name -> name.startsWith("."));
    }

    /// Whether this is that path or lies below it.
    public boolean isWithin(ApiPath other) {
        return names.size() >= other.names.size()
                && names.subList(0, other.names.size()).equals(other.names);
    }

    @Override
    public String toString() {
        return String.join("/", names);
    }
}
