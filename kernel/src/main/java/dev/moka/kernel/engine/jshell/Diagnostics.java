package dev.moka.kernel.engine.jshell;

import dev.moka.kernel.engine.CompileError;
import dev.moka.kernel.engine.Source;
import dev.moka.kernel.engine.UserNames;
import dev.moka.kernel.engine.jshell.Statements.Piece;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;

/// The compiler's messages in terms of the cell.
final class Diagnostics {
    private static final Pattern LOCATION =
            Pattern.compile("\\n\\s*location: (class|interface)\\s*(?=\\n|$)");
    private static final Pattern JAVA_LANG = Pattern.compile("\\bjava\\.lang\\.(?=[A-Z])");
    private static final Pattern SYMBOL =
            Pattern.compile("(cannot find symbol)\\n\\s*symbol:\\s*(.*)");

    private Diagnostics() {}

    static List<CompileError> of(JShell shell, Snippet snippet, Source source, Piece piece) {
        return shell.diagnostics(snippet)
                .filter(Diag::isError)
                .map(diag ->
                        CompileError.at(
                                source.code(),
                                piece.offset() + Math.max(0, diag.getStartPosition()),
                                piece.offset() + Math.max(0, diag.getEndPosition()),
                                message(diag)))
                .toList();
    }

    /// For example `method f(int)` or `class A`.
    static String describe(DeclarationSnippet snippet) {
        return switch (snippet) {
            case MethodSnippet method ->
                    "method %s(%s)".formatted(method.name(), method.parameterTypes());
            default -> "%s %s".formatted(kind(snippet), snippet.name());
        };
    }

    private static String kind(DeclarationSnippet snippet) {
        return snippet.subKind().name().replaceAll("_.*", "").toLowerCase(Locale.ROOT);
    }

    private static String message(Diag diag) {
        String text = UserNames.clean(diag.getMessage(Locale.ROOT));
        text = LOCATION.matcher(text).replaceAll("");
        text = SYMBOL.matcher(text).replaceAll("$1: $2");
        return JAVA_LANG.matcher(text).replaceAll("").strip();
    }
}
