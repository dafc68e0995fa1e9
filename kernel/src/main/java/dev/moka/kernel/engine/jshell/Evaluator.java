package dev.moka.kernel.engine.jshell;

import dev.moka.kernel.api.UnresolvedReferenceException;
import dev.moka.kernel.engine.CompileError;
import dev.moka.kernel.engine.Evaluation;
import dev.moka.kernel.engine.ImportAdvice;
import dev.moka.kernel.engine.Runs;
import dev.moka.kernel.engine.Source;
import dev.moka.kernel.engine.StackTraces;
import dev.moka.kernel.engine.jshell.Statements.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/// One evaluation of one cell by JShell, piece by piece.
final class Evaluator {
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private final CellControl control;
    private final Origins origins;
    private final StackTraces stackTraces;
    private final ImportAdvice advice;
    private final List<Snippet> temporaries = new ArrayList<>();
    private final List<DeclarationSnippet> waiting = new ArrayList<>();

    Evaluator(
            JShell shell,
            SourceCodeAnalysis analysis,
            CellControl control,
            Origins origins,
            StackTraces stackTraces,
            ImportAdvice advice) {
        this.advice = advice;
        this.shell = shell;
        this.analysis = analysis;
        this.control = control;
        this.origins = origins;
        this.stackTraces = stackTraces;
    }

    Evaluation evaluate(Source source, Runs.Run run) {
        List<Piece> pieces = Statements.split(analysis, source.code());
        Evaluation result = new Evaluation.Done(List.of());
        if (pieces.isEmpty()) {
            return result;
        }
        // Nothing of a cell runs when a part of it cannot be read.
        if (pieces.getLast().malformed()) {
            return syntaxErrors(source, pieces.getLast());
        }
        for (Piece piece : pieces) {
            if (run.interrupted()) {
                return new Evaluation.Interrupted(notes());
            }
            result = evaluate(source, piece, run);
            if (!(result instanceof Evaluation.Done) && !(result instanceof Evaluation.Value)) {
                return result;
            }
        }
        return result;
    }

    void dropTemporaries() {
        for (Snippet each : temporaries) {
            if (shell.status(each).isActive()) {
                shell.drop(each);
            }
        }
    }

    private Evaluation evaluate(Source source, Piece piece, Runs.Run run) {
        origins.enter(source.name(), 1 + newlines(source.code(), piece.offset()));
        List<SnippetEvent> events = eval(piece.code());
        List<SnippetEvent> own =
                events.stream().filter(event -> event.causeSnippet() == null).toList();
        for (SnippetEvent event : own) {

            if (event.snippet().subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
                temporaries.add(event.snippet());
            }
        }
        Optional<Throwable> thrown = control.takeThrown();
        Object value = control.takeValue();
        if (run.interrupted()) {
            return new Evaluation.Interrupted(notes());
        }
        if (thrown.isPresent()) {
            return threw(thrown.get(), own);
        }
        List<SnippetEvent> rejected =
                own.stream().filter(event -> event.status() == Status.REJECTED).toList();
        if (!rejected.isEmpty()) {
            return rejected(source, piece, rejected);
        }
        for (SnippetEvent event : own) {
            if (isRecoverable(event.status())
                    && event.snippet() instanceof DeclarationSnippet declaration) {
                if (declaration instanceof VarSnippet) {
                    return undeclared(source, piece, declaration);
                }
                waiting.add(declaration);
            }
        }
        return last(piece, own.getLast().snippet(), value);
    }

    private List<SnippetEvent> eval(String code) {
        List<SnippetEvent> events = shell.eval(code);
        Optional<String> corrected = CompactConstructors.correct(shell, events, code);
        return corrected.isPresent() ? eval(corrected.get()) : events;
    }

    private List<CompileError> errors(Snippet snippet, Source source, Piece piece) {
        return Diagnostics.of(shell, snippet, source, piece).stream().map(advice::advise).toList();
    }

    private Evaluation rejected(Source source, Piece piece, List<SnippetEvent> events) {
        List<CompileError> errors = new ArrayList<>();
        for (SnippetEvent event : events) {
            errors.addAll(errors(event.snippet(), source, piece));
        }
        return new Evaluation.Rejected(errors, notes());
    }

    /// A variable is run at once, so it can't wait for what it needs.
    private Evaluation undeclared(Source source, Piece piece, DeclarationSnippet variable) {
        List<CompileError> errors = errors(variable, source, piece);
        if (errors.isEmpty()) {
            String message =
                    "cannot find "
                            + String.join(", ", shell.unresolvedDependencies(variable).toList());
            int start = piece.offset();
            errors =
                    List.of(
                            CompileError.at(
                                    source.code(), start, start + piece.text().length(), message));
        }
        shell.drop(variable);
        return new Evaluation.Rejected(errors, notes());
    }

    private Evaluation last(Piece piece, Snippet snippet, @Nullable Object value) {
        boolean suppressed = piece.text().stripTrailing().endsWith(";");
        return switch (snippet) {
            case VarSnippet variable
                    when variable.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND && !suppressed ->
                    new Evaluation.Value(value, variable.typeName(), notes());
            case ExpressionSnippet expression
                    when expression.subKind() != SubKind.ASSIGNMENT_SUBKIND && !suppressed ->
                    new Evaluation.Value(value, expression.typeName(), notes());
            default -> new Evaluation.Done(notes());
        };
    }

    private Evaluation syntaxErrors(Source source, Piece piece) {
        if (piece.incomplete()) {
            int end = piece.offset() + piece.text().stripTrailing().length();
            var error =
                    CompileError.at(
                            source.code(),
                            Math.max(0, end - 1),
                            end,
                            "the cell ends in the middle of a statement");
            return new Evaluation.Rejected(List.of(error), notes());
        }
        List<CompileError> errors = new ArrayList<>();
        for (SnippetEvent event : shell.eval(piece.code())) {
            errors.addAll(errors(event.snippet(), source, piece));
        }
        return new Evaluation.Rejected(errors, notes());
    }

    private Evaluation threw(Throwable thrown, List<SnippetEvent> events) {
        stackTraces.localize(thrown);
        for (SnippetEvent event : events) {
            if (event.exception()
                    instanceof jdk.jshell.UnresolvedReferenceException unresolvedReference) {
                DeclarationSnippet snippet = unresolvedReference.getSnippet();
                var named =
                        new UnresolvedReferenceException(
                                "%s refers to %s"
                                        .formatted(
                                                Diagnostics.describe(snippet), missing(snippet)));
                named.setStackTrace(thrown.getStackTrace());
                return new Evaluation.Threw(named, notes());
            }
        }
        return new Evaluation.Threw(thrown, notes());
    }

    private String missing(DeclarationSnippet snippet) {
        List<String> names = shell.unresolvedDependencies(snippet).toList();
        return "%s, which %s not declared"
                .formatted(String.join(", ", names), names.size() == 1 ? "is" : "are");
    }

    /// What was declared and still waits for something.
    private List<String> notes() {
        return waiting.stream()
                .filter(snippet -> isRecoverable(shell.status(snippet)))
                .map(snippet ->
                        "%s can't be used yet: it refers to %s"
                                .formatted(Diagnostics.describe(snippet), missing(snippet)))
                .toList();
    }

    private static boolean isRecoverable(Status status) {
        return status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED;
    }

    private static int newlines(String text, int before) {
        return (int) text.substring(0, before).chars().filter(c -> c == '\n').count();
    }
}
