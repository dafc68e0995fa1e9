package dev.moka.kernel.magics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A cell taken apart into Java and magics, in order.
///
/// @param parts empty for an empty cell
public record CellScript(List<Part> parts) {
    private static final Pattern CELL_MAGIC = Pattern.compile("%%(\\w+)[ \\t]*(.*)");
    private static final Pattern LINE_MAGIC = Pattern.compile("[ \\t]*%(\\w+)(?:[ \\t]+(.*))?");

    /// Copies the list.
    public CellScript {
        parts = List.copyOf(parts);
    }

    /// A piece of a cell.
    public sealed interface Part {
        /// Java.
        ///
        /// @param code with empty lines in the place of what comes before, so that its line numbers
        ///   are the cell's
        record Java(String code) implements Part {}

        /// `%name arguments`, one line.
        ///
        /// @param line in the cell, from 1
        record LineMagic(String name, String arguments, int line) implements Part {}

        /// `%%name arguments` on the cell's first line, and the lines below it.
        ///
        /// @param line in the cell, from 1
        record CellMagic(String name, String arguments, String body, int line) implements Part {}
    }

    /// Takes a cell apart.
    ///
    /// A line with `%` in front is Java's remainder operator where the statement above it is still
    /// open, and a magic elsewhere.
    ///
    /// @param known tells the names of magics, which settles the cases that could be either
    public static CellScript parse(String cell, Predicate<String> known) {
        List<String> lines = cell.lines().toList();
        int first = 0;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        if (first < lines.size()) {
            Matcher magic = CELL_MAGIC.matcher(lines.get(first).strip());
            if (magic.matches()) {
                String body = String.join("\n", lines.subList(first + 1, lines.size()));
                return new CellScript(
                        List.of(
                                new Part.CellMagic(
                                        magic.group(1), magic.group(2).strip(), body, first + 1)));
            }
        }
        return new CellScript(split(lines, known));
    }

    private static List<Part> split(List<String> lines, Predicate<String> known) {
        List<Part> parts = new ArrayList<>();
        JavaLexer lexer = new JavaLexer();
        StringBuilder java = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher magic = LINE_MAGIC.matcher(line);
            if (magic.matches() && isMagic(lexer, magic.group(1), line, known)) {
                addJava(parts, java);
                String arguments = magic.group(2) == null ? "" : magic.group(2).strip();
                parts.add(new Part.LineMagic(magic.group(1), arguments, i + 1));
                java = new StringBuilder("\n".repeat(i + 1));
                lexer = new JavaLexer();
            } else {
                java.append(line).append('\n');
                lexer.accept(line);
            }
        }
        addJava(parts, java);
        return parts;
    }

    private static boolean isMagic(
            JavaLexer lexer, String name, String line, Predicate<String> known) {
        return switch (lexer.state()) {
            case OPEN -> false;
            case AFTER_STATEMENT -> true;
            // `a` and then `%b`: a remainder, unless that is the name of a magic at the start of
            // the line.
            case AFTER_EXPRESSION -> line.startsWith("%") && known.test(name);
        };
    }

    private static void addJava(List<Part> parts, StringBuilder java) {
        if (!java.toString().isBlank()) {
            parts.add(new Part.Java(java.toString().stripTrailing()));
        }
    }
}
