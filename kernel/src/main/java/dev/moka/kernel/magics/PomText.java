package dev.moka.kernel.magics;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A POM in a cell: a whole one, or only its `dependency` and `repository` elements, as IJava
/// allows.
final class PomText {
    private static final Pattern WHOLE = Pattern.compile("<project[\\s>]");
    private static final Pattern DEPENDENCY_MANAGEMENT =
            Pattern.compile("<dependencyManagement>.*?</dependencyManagement>", Pattern.DOTALL);

    private PomText() {}

    static String complete(String text) {
        if (WHOLE.matcher(text).find()) {
            return text;
        }
        String management = elements(DEPENDENCY_MANAGEMENT, text);
        String rest = DEPENDENCY_MANAGEMENT.matcher(text).replaceAll("");
        return """
        <project><modelVersion>4.0.0</modelVersion>
        <groupId>notebook</groupId><artifactId>cell</artifactId><version>1</version>
        <repositories>%s</repositories>%s<dependencies>%s</dependencies></project>
        """
                .formatted(
                        elements(element("repository"), rest),
                        management,
                        elements(element("dependency"), rest));
    }

    private static Pattern element(String name) {
        return Pattern.compile("<%1$s>.*?</%1$s>".formatted(name), Pattern.DOTALL);
    }

    private static String elements(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining());
    }
}
