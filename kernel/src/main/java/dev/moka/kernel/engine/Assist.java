package dev.moka.kernel.engine;

import dev.moka.kernel.engine.Engine.Description;
import dev.moka.kernel.interpreter.Interpreter.Completeness;
import dev.moka.kernel.interpreter.Interpreter.Completion;
import dev.moka.kernel.interpreter.Interpreter.Completions;
import java.util.List;
import java.util.Optional;
import jdk.jshell.SourceCodeAnalysis;

/// Help while typing: completion, inspection, completeness.
final class Assist {
    private final SourceCodeAnalysis analysis;

    Assist(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    Completions complete(String code, int cursor) {
        int[] anchor = {cursor};
        List<Completion> items =
                analysis.completionSuggestions(code, cursor, anchor).stream()
                        .map(suggestion -> new Completion(suggestion.continuation(), "", ""))
                        .distinct()
                        .toList();
        return new Completions(items, anchor[0], cursor);
    }

    List<Description> inspect(String code, int cursor, boolean javadoc) {
        return analysis.documentation(code, cursor, javadoc).stream()
                .map(each -> new Description(each.signature(), Optional.ofNullable(each.javadoc())))
                .toList();
    }

    Completeness completeness(String code) {
        return Indentation.completeness(analysis, code);
    }
}
