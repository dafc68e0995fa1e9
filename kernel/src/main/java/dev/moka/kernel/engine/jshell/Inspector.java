package dev.moka.kernel.engine.jshell;

import dev.moka.kernel.engine.Engine.Description;
import dev.moka.kernel.engine.SourceDocs;
import dev.moka.kernel.engine.UserNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis;

/// What is known of the name at the cursor: signatures, and doc comments where there are sources.
record Inspector(SourceCodeAnalysis analysis, SourceDocs sources) {
    List<Description> inspect(String code, int cursor, boolean javadoc) {
        int end = Math.clamp(cursor, 0, code.length());
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        String upToName = code.substring(0, end);
        boolean onName = end > 0 && Character.isJavaIdentifierPart(code.charAt(end - 1));
        boolean call = end < code.length() && code.substring(end).stripLeading().startsWith("(");
        Stream<String> attempts =
                !onName
                        ? Stream.of(upToName)
                        : call
                                ? Stream.of(upToName + "(", upToName)
                                : Stream.of(upToName, upToName + "(");
        return attempts.map(attempt -> describe(attempt, javadoc))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Description> describe(String before, boolean javadoc) {
        Fragment fragment = Fragment.at(analysis, before);
        return analysis.documentation(fragment.code(), fragment.code().length(), javadoc).stream()
                .map(each ->
                        new Description(UserNames.clean(each.signature()), text(each, javadoc)))
                .distinct()
                .toList();
    }

    private Optional<String> text(SourceCodeAnalysis.Documentation found, boolean javadoc) {
        Optional<String> known =
                Optional.ofNullable(found.javadoc()).filter(text -> !text.isBlank());
        return known.isPresent() || !javadoc ? known : sources.find(found.signature());
    }
}
