package dev.moka.hub.cloudwatchlogs;

import dev.moka.hub.errors.ValidationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A filter pattern for unstructured text: terms that must all be there, `?` terms of which one
/// must, and `-` terms that must not. Upper and lower case differ.
///
/// @param all terms that must be there
/// @param any when there are some, one of them must be there
/// @param none terms that must not be there
record FilterPattern(List<String> all, List<String> any, List<String> none) {
    private static final Pattern TERM =
            Pattern.compile("\\s*([-?]?)(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s\"]+))");

    static FilterPattern parse(@Nullable String given) {
        String text = Objects.requireNonNullElse(given, "").strip();
        List<String> all = new ArrayList<>();
        List<String> any = new ArrayList<>();
        List<String> none = new ArrayList<>();
        if (text.startsWith("{") || text.startsWith("[") || text.startsWith("%")) {
            throw new ValidationException(
                    "Invalid filter pattern '%s': Moka has filter patterns of terms, such as \"ERROR -timeout\"; not yet those for JSON, columns or regular expressions"
                            .formatted(text));
        }
        Matcher matcher = TERM.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!matcher.find() || matcher.start() != end) {
                throw new ValidationException("Invalid filter pattern '%s'".formatted(text));
            }
            String quoted = matcher.group(2);
            String term = quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1");
            switch (matcher.group(1)) {
                case "-" -> none.add(term);
                case "?" -> any.add(term);
                default -> all.add(term);
            }
            end = matcher.end();
        }
        return new FilterPattern(all, any, none);
    }

    boolean matches(String message) {
        return all.stream().allMatch(message::contains)
                && none.stream().noneMatch(message::contains)
                && (any.isEmpty() || any.stream().anyMatch(message::contains));
    }
}
