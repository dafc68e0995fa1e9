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
                    "^=== (.+)\\n((?:(?!=== |--> ).*\\n)*)((?:--> .*\\n)+)", Pattern.MULTILINE);

    static List<CellCase> parse(String text) {
        List<CellCase> cases = new ArrayList<>();
        Matcher matcher = CASE.matcher(text + "\n");
        while (matcher.find()) {
            List<String> expectations =
                    matcher.group(3).lines().map(line -> line.substring("--> ".length())).toList();
            cases.add(
                    new CellCase(matcher.group(1), matcher.group(2).stripTrailing(), expectations));
        }
        return cases;
    }
}
