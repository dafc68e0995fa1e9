package dev.moka.kernel.engine.javac;

import dev.moka.kernel.engine.javac.Problems.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A declaration that does not compile as it is and waits for what it refers to.
///
/// @param absent whether not even its header compiles; otherwise its bodies throw
/// @param missing names that it waits for
/// @param reason for the person
/// @param positions of the errors
record Demotion(boolean absent, Set<String> missing, String reason, Set<Integer> positions) {
    Demotion {
        missing = Set.copyOf(missing);
        positions = Set.copyOf(positions);
    }

    /// @param before what was tried already
    /// @param uses what to wait for when no name is missing
    static Demotion of(List<Problem> problems, Optional<Demotion> before, Set<String> uses) {
        Set<String> names =
                problems.stream()
                        .filter(Problem::isMissing)
                        .map(Problem::missing)
                        .collect(Collectors.toSet());
        String reason =
                before.map(Demotion::reason)
                        .orElseGet(() -> names.isEmpty() ? other(problems) : missing(problems));
        Set<String> waitFor = before.map(Demotion::missing).orElse(names);
        return new Demotion(
                before.isPresent(),
                waitFor.isEmpty() ? uses : waitFor,
                reason,
                problems.stream().map(Problem::start).collect(Collectors.toSet()));
    }

    private static String missing(List<Problem> problems) {
        List<String> missed =
                problems.stream()
                        .filter(Problem::isMissing)
                        .map(Problem::missed)
                        .distinct()
                        .toList();
        return "refers to %s, which %s not declared"
                .formatted(String.join(", ", missed), missed.size() == 1 ? "is" : "are");
    }

    private static String other(List<Problem> problems) {
        return "does not compile any more: " + problems.getFirst().message();
    }
}
