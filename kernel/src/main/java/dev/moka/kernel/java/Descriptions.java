package dev.moka.kernel.java;

import dev.moka.kernel.engine.Engine.Description;
import dev.moka.kernel.interpreter.MimeBundle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What inspection shows of program elements.
final class Descriptions {
    private static final int BRIEF = 2_000;

    private Descriptions() {}

    /// @param detailLevel 0 cuts long documentation
    static Optional<MimeBundle> bundle(List<Description> found, int detailLevel) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String markdown =
                found.stream()
                        .map(each ->
                                "```java\n%s\n```\n\n%s"
                                        .formatted(
                                                each.signature(), documentation(each, detailLevel)))
                        .collect(Collectors.joining("\n\n---\n\n"));
        String text =
                found.stream()
                        .map(each ->
                                "%s%n%n%s"
                                        .formatted(
                                                each.signature(), documentation(each, detailLevel)))
                        .collect(Collectors.joining("\n\n"));
        return Optional.of(MimeBundle.text(text.strip()).with("text/markdown", markdown.strip()));
    }

    private static String documentation(Description each, int detailLevel) {
        String text = each.documentation().map(JavadocText::markdown).orElse("");
        return detailLevel > 0 || text.length() <= BRIEF ? text : text.substring(0, BRIEF) + "…";
    }
}
