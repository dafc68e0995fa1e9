package dev.moka.lab.notebook;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/// What a JSON parser says, in words for the person who wrote the text.
public final class JsonFault {
    private JsonFault() {}

    /// Where the fault is: ` (line 1, column 2)`, or nothing when that is unknown.
    public static String position(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null
                ? ""
                : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
    }

    /// What the fault is, without the parser's notes about itself.
    public static String words(JacksonException e) {
        return e.getOriginalMessage().replaceAll("\\s*\\([^()]*\\[Source:.*", "");
    }
}
