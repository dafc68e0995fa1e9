package dev.moka.kernel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One row of the conformance suite: a cell and what must come of it.
///
/// @param name what it shows, and the name of the cell in its errors
/// @param expectations lines after `-->`
record CellCase(String name, String code, List<String> expectations) {
    private static final Pattern CASE =
            Pattern.compile(
                    "^=== (.+)\\n((?:(?!=== |-->).*\\n)*+)((?:-->\\w* .*\\n)++)",
                    Pattern.MULTILINE);

    /// @param engine whose name stands right after the arrow where engines differ
    static List<CellCase> parse(String text, String engine) {
        List<CellCase> cases = new ArrayList<>();
        Matcher matcher = CASE.matcher(text + "\n");
        while (matcher.find()) {
            List<String> lines = matcher.group(3).lines().toList();
            List<String> own = after("-->%s ".formatted(engine), lines);
            List<String> expectations = own.isEmpty() ? after("--> ", lines) : own;
            cases.add(
                    new CellCase(matcher.group(1), matcher.group(2).stripTrailing(), expectations));
        }
        return cases;
    }

    private static List<String> after(String arrow, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(arrow))
                .map(line -> line.substring(arrow.length()))
                .toList();
    }
}
