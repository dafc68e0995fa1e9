package dev.moka.kernel.engine;

import dev.moka.kernel.interpreter.Interpreter.Completion;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Java's keywords as proposals.
public final class Keywords {
    private static final Pattern WORD = Pattern.compile("(?:^|[^\\w.])([a-z]+)$");
    private static final List<String> ALL =
            List.of(
                    "abstract",
                    "assert",
                    "boolean",
                    "break",
                    "byte",
                    "case",
                    "catch",
                    "char",
                    "class",
                    "continue",
                    "default",
                    "double",
                    "else",
                    "enum",
                    "extends",
                    "false",
                    "final",
                    "finally",
                    "float",
                    "for",
                    "if",
                    "implements",
                    "import",
                    "instanceof",
                    "int",
                    "interface",
                    "long",
                    "new",
                    "null",
                    "private",
                    "protected",
                    "public",
                    "record",
                    "return",
                    "sealed",
                    "short",
                    "static",
                    "super",
                    "switch",
                    "synchronized",
                    "this",
                    "throw",
                    "throws",
                    "true",
                    "try",
                    "var",
                    "void",
                    "volatile",
                    "while",
                    "yield");

    private Keywords() {}

    /// Adds those that go on with the word at the end of the code.
    public static void addTo(Map<String, Completion> items, String before) {
        Matcher matcher = WORD.matcher(before);
        if (matcher.find()) {
            ALL.stream()
                    .filter(word -> word.startsWith(matcher.group(1)))
                    .forEach(word -> items.putIfAbsent(word, new Completion(word, "keyword", "")));
        }
    }
}
