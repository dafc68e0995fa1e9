package dev.moka.hub.notebook;

import dev.moka.hub.errors.ValidationException;
import java.util.List;
import java.util.regex.Pattern;

/// A Maven coordinate as people write it: `group:artifact:version`, or with `:type` or
/// `:type:classifier` before the version.
public record PackageCoordinate(String value) {
    private static final Pattern FORM =
            Pattern.compile("[\\w.-]+:[\\w.-]+(:[\\w.-]*){0,2}:[\\w.+,()\\[\\]-]+");
    private static final int LONGEST = 300;

    public PackageCoordinate {
        value = value.strip();
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            String shown = value.length() <= 80 ? value : value.substring(0, 80) + "…";
            throw new ValidationException(
                    ("'%s' is not a Maven coordinate; write group:artifact:version, for example"
                                    + " tech.tablesaw:tablesaw-core:0.44.4")
                            .formatted(shown));
        }
    }

    /// One coordinate a line; blank lines and lines that begin with `#` are skipped.
    public static List<PackageCoordinate> parseLines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(PackageCoordinate::new)
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return value;
    }
}
