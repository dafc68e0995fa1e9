package dev.moka.kernel.engine.javac;

import dev.moka.kernel.engine.CompileError;
import dev.moka.kernel.engine.javac.Problems.Problem;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// Problems as the errors of a cell.
final class Errors {
    private Errors() {}

    /// The problems in the cell itself, in order.
    static List<CompileError> of(List<Problem> problems, UnitFile cell) {
        List<Problem> own =
                problems.stream().filter(problem -> cell.equals(problem.file())).toList();
        return (own.isEmpty() ? problems : own)
                .stream()
                        .sorted(Comparator.comparingInt(Problem::start))
                        .map(problem -> problem.in(cell.text()))
                        .collect(
                                Collectors.toMap(
                                        Errors::identity,
                                        error -> error,
                                        (first, second) ->
                                                second.width() > first.width() ? second : first,
                                        LinkedHashMap::new))
                        .values()
                        .stream()
                        .toList();
    }

    /// javac says of an import twice that its package does not exist.
    private static String identity(CompileError error) {
        boolean twice = error.message().endsWith("does not exist");
        return "%d:%d:%s".formatted(error.line(), twice ? 0 : error.column(), error.message());
    }

    static CompileError unfinished(String code) {
        int end = code.stripTrailing().length();
        return CompileError.at(
                code, Math.max(0, end - 1), end, "the cell ends in the middle of a statement");
    }
}
