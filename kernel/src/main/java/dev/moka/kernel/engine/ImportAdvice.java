package dev.moka.kernel.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says which import a name that the compiler did not find may lack.
public record ImportAdvice(Packages packages, Supplier<List<Path>> classpath) {
    private static final Pattern UNKNOWN =
            Pattern.compile("cannot find symbol: (?:class|variable) ([A-Z]\\w*).*", Pattern.DOTALL);
    private static final int SHOWN = 3;

    /// The error, with the imports that would help.
    public CompileError advise(CompileError error) {
        Matcher matcher = UNKNOWN.matcher(error.message());
        if (!matcher.matches()) {
            return error;
        }
        List<String> names = packages.candidates(matcher.group(1), classpath.get());
        if (names.isEmpty()) {
            return error;
        }
        String advice =
                names.stream()
                        .limit(SHOWN)
                        .map("import %s;"::formatted)
                        .reduce("%s%nor: %s"::formatted)
                        .orElse("");
        return new CompileError(
                error.line(),
                error.column(),
                error.width(),
                error.sourceLine(),
                error.message() + "\nMissing: " + advice);
    }
}
