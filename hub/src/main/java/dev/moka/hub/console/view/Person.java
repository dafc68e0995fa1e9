package dev.moka.hub.console.view;

import java.util.Locale;

/// Who is looking at the page.
public record Person(String name, boolean admin) {

    /// One or two letters for the round badge: `learner-07` is `L7`, `ada` is `A`.
    public String initials() {
        String letters = name.replaceAll("[^\\p{L}\\p{N}]", "");
        if (letters.isEmpty()) {
            return "?";
        }
        String first = letters.substring(0, letters.offsetByCodePoints(0, 1));
        char last = letters.charAt(letters.length() - 1);
        String second = Character.isDigit(last) ? String.valueOf(last) : "";
        return (first + second).toUpperCase(Locale.ROOT);
    }
}
