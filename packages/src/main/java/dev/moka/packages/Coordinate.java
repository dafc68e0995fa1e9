package dev.moka.packages;

import java.util.regex.Pattern;

/// The name of one artifact in a Maven repository.
///
/// @param group for example `tech.tablesaw`
/// @param artifact for example `tablesaw-core`
/// @param extension `jar` in most cases
/// @param classifier empty in most cases
/// @param version for example `0.44.4`, or a range such as `[0.44,)`
public record Coordinate(
        String group, String artifact, String extension, String classifier, String version)
        implements Comparable<Coordinate> {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final Pattern VERSION =
            Pattern.compile("[A-Za-z0-9_.+-]+|[\\[(][A-Za-z0-9_.+,\\[\\]() -]+[\\])]");
    private static final String FORM =
            "group:artifact:version, group:artifact:extension:version or"
                    + " group:artifact:extension:classifier:version";

    /// Refuses parts that no repository could hold.
    public Coordinate {
        String all = group + ":" + artifact + ":" + version;
        require(NAME, "group", group, all);
        require(NAME, "artifact", artifact, all);
        require(NAME, "extension", extension, all);
        require(VERSION, "version", version, all);
        if (!classifier.isEmpty()) {
            require(NAME, "classifier", classifier, all);
        }
    }

    /// Reads `G:A:V`, `G:A:ext:V` or `G:A:ext:classifier:V`.
    ///
    /// @throws IllegalArgumentException says what is wrong with the text, for the person who wrote
    ///   it
    public static Coordinate parse(String text) {
        String[] parts = text.strip().split(":", -1);
        return switch (parts.length) {
            case 3 -> new Coordinate(parts[0], parts[1], "jar", "", parts[2]);
            case 4 -> new Coordinate(parts[0], parts[1], parts[2], "", parts[3]);
            case 5 -> new Coordinate(parts[0], parts[1], parts[2], parts[3], parts[4]);
            case 2 ->
                    throw new IllegalArgumentException(
                            "'%s' has no version: write %s:VERSION".formatted(text, text.strip()));
            default ->
                    throw new IllegalArgumentException(
                            "'%s' is not a Maven coordinate: write %s".formatted(text, FORM));
        };
    }

    private static void require(Pattern form, String part, String value, String whole) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    "'%s' has an empty %s: write %s".formatted(whole, part, FORM));
        }
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'%s': the %s '%s' holds characters that it can't have"
                            .formatted(whole, part, value));
        }
    }

    /// Group and artifact, and what else tells two artifacts apart that are not versions of each
    /// other.
    public String key() {
        if (!classifier.isEmpty()) {
            return "%s:%s:%s:%s".formatted(group, artifact, extension, classifier);
        }
        return extension.equals("jar")
                ? group + ":" + artifact
                : "%s:%s:%s".formatted(group, artifact, extension);
    }

    /// Whether another day could give another file for the same name.
    public boolean changing() {
        return version.endsWith("-SNAPSHOT")
                || version.equals("LATEST")
                || version.equals("RELEASE")
                || version.startsWith("latest.")
                || version.endsWith("+")
                || version.startsWith("[")
                || version.startsWith("(");
    }

    @Override
    public int compareTo(Coordinate other) {
        return toString().compareTo(other.toString());
    }

    /// In the form that {@link #parse} reads.
    @Override
    public String toString() {
        return key() + ":" + version;
    }
}
