package dev.moka.hub.account;

import dev.moka.hub.errors.ValidationException;

import java.util.regex.Pattern;

/// The name of a team, as shown on the pages.
public record TeamName(String value) implements Comparable<TeamName> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST = 32;

    public TeamName {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new ValidationException(
                    ("Team name '%s' can't be used: use 1 to %d lower-case letters, digits and"
                                    + " single hyphens, beginning with a letter")
                            .formatted(
                                    value.length() <= 80 ? value : value.substring(0, 80) + "…",
                                    LONGEST));
        }
    }

    @Override
    public int compareTo(TeamName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
