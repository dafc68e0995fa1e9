package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.api.ClientCodeWrapper.Trusted;
import com.sun.tools.javac.util.JCDiagnostic;
import dev.moka.kernel.engine.CompileError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/// The errors of one compilation, in terms of cells.
@Trusted
final class Problems implements DiagnosticListener<JavaFileObject> {
    private static final Pattern CELL_CLASS = Pattern.compile("\\bREPL\\.Cell_\\d+(?:_\\d+)?[.$]?");
    private static final Pattern LOCATION =
            Pattern.compile("\\n\\s*location: (class|interface)\\s*(?=\\n|$)");
    private static final Pattern JAVA_LANG = Pattern.compile("\\bjava\\.lang\\.(?=[A-Z])");
    private static final Pattern SYMBOL =
            Pattern.compile("(cannot find symbol)\\n\\s*symbol:\\s*(.*)");
    private static final String CANNOT_FIND = "cannot find symbol: ";

    private final List<Problem> found = new ArrayList<>();

    /// One error.
    ///
    /// @param code javac's key of the message
    /// @param missing the name that could not be found; empty for other errors
    record Problem(
            @Nullable JavaFileObject file,
            int start,
            int end,
            String code,
            String missing,
            String message) {
        CompileError in(String cell) {
            return CompileError.at(cell, start, end, message);
        }

        boolean isMissing() {
            return !missing.isEmpty();
        }

        /// For example `method late()`.
        String missed() {
            return message.lines()
                    .findFirst()
                    .map(line -> line.replace(CANNOT_FIND, ""))
                    .orElse(missing);
        }
    }

    @Override
    public void report(Diagnostic<? extends JavaFileObject> diagnostic) {
        if (diagnostic.getKind() != Diagnostic.Kind.ERROR) {
            return;
        }
        int start = (int) Math.max(0, diagnostic.getStartPosition());
        int end = (int) Math.max(start, diagnostic.getEndPosition());
        String missing = missing(diagnostic);
        String code = String.valueOf(diagnostic.getCode());
        String message =
                code.equals("compiler.err.doesnt.exist") && !missing.isEmpty()
                        ? CANNOT_FIND + "variable " + missing
                        : clean(diagnostic.getMessage(Locale.ROOT));
        found.add(new Problem(diagnostic.getSource(), start, end, code, missing, message));
    }

    void add(@Nullable JavaFileObject file, int start, int end, String message) {
        found.add(new Problem(file, start, end, "", "", message));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Problem> found() {
        return List.copyOf(found);
    }

    private static String missing(Diagnostic<?> diagnostic) {
        if (!(diagnostic instanceof JCDiagnostic own) || own.getArgs().length == 0) {
            return "";
        }
        if (own.getCode().startsWith("compiler.err.cant.resolve") && own.getArgs().length > 1) {
            return String.valueOf(own.getArgs()[1]);
        }
        // What stands before a dot may be a package to javac; a person means a class or variable.
        String name = String.valueOf(own.getArgs()[0]);
        return own.getCode().equals("compiler.err.doesnt.exist") && name.indexOf('.') < 0
                ? name
                : "";
    }

    static String clean(String message) {
        String text = CELL_CLASS.matcher(message).replaceAll("");
        text = LOCATION.matcher(text).replaceAll("");
        text = SYMBOL.matcher(text).replaceAll("$1: $2");
        return JAVA_LANG.matcher(text).replaceAll("").strip();
    }
}
