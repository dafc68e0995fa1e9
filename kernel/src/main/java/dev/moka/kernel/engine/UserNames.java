package dev.moka.kernel.engine;

import java.util.regex.Pattern;

/// Names of cell classes as the person wrote them.
public final class UserNames {
    private static final String MARK = "REPL.";
    private static final Pattern PREFIX =
            Pattern.compile("REPL\\.(?:\\$JShell\\$\\w+|Cell_\\d+(?:_\\d+)?)[$.]");

    private UserNames() {}

    /// The text without the names of the classes that the engines wrap around cells:
    /// `REPL.$JShell$5$Money@1f` is `Money@1f`.
    public static String clean(String text) {
        return text.contains(MARK) ? PREFIX.matcher(text).replaceAll("") : text;
    }
}
