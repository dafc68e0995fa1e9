package dev.moka.kernel.engine.jshell;

import java.util.List;
import java.util.Optional;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;

/// Works around a defect of JShell 25: it makes top-level records public and then rejects their
/// compact and canonical constructors when these are not.
final class CompactConstructors {
    private CompactConstructors() {}

    /// The code with one constructor made public, when that is what the events complain about.
    static Optional<String> correct(JShell shell, List<SnippetEvent> events, String code) {
        return events.stream()
                .filter(event -> event.status() == Status.REJECTED)
                .flatMap(event -> shell.diagnostics(event.snippet()))
                .filter(CompactConstructors::isAccess)
                .map(Diag::getStartPosition)
                .filter(start -> start >= 0 && start <= code.length())
                .findFirst()
                .map(start ->
                        code.substring(0, start.intValue())
                                + "public "
                                + code.substring(start.intValue()));
    }

    private static boolean isAccess(Diag diag) {
        String message = diag.getMessage(null);
        return message.contains("constructor in record") && message.contains("was public");
    }
}
