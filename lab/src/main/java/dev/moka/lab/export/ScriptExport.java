package dev.moka.lab.export;

import dev.moka.lab.notebook.Cell;
import dev.moka.lab.notebook.CodeCell;
import dev.moka.lab.notebook.Notebook;
import java.util.stream.Collectors;

/// A notebook as a script: code as it is, prose and magics as comments.
final class ScriptExport {
    private ScriptExport() {}

    static Export script(String title, Notebook notebook) {
        String language = notebook.language().orElse("java");
        boolean java = language.equals("java");
        String comment = java ? "// " : "# ";
        String text =
                notebook.cells().stream()
                        .map(cell -> text(cell, comment))
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining("\n\n", "", "\n"));
        return java
                ? new Export(title + ".jsh", "text/x-java", text)
                : new Export(title + ".txt", "text/plain", text);
    }

    private static String text(Cell cell, String comment) {
        return switch (cell) {
            case CodeCell code -> code(code, comment);
            case Cell.Markdown _, Cell.Raw _ -> commented(cell.source(), comment);
            case Cell.Unknown _ -> "";
        };
    }

    /// A cell that begins with `%%` belongs to a magic as a whole.
    private static String code(CodeCell cell, String comment) {
        String source = cell.source();
        if (source.stripLeading().startsWith("%%")) {
            return commented(source, comment);
        }
        return source.lines()
                .map(line -> isMagic(line) ? comment + line : line)
                .collect(Collectors.joining("\n"));
    }

    private static boolean isMagic(String line) {
        String start = line.stripLeading();
        return start.startsWith("%") || start.startsWith("!");
    }

    private static String commented(String text, String comment) {
        return text.lines()
                .map(line -> (comment + line).stripTrailing())
                .collect(Collectors.joining("\n"));
    }
}
