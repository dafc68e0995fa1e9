package dev.moka.hub.identity;

import dev.moka.hub.errors.ValidationException;
import java.util.regex.Pattern;

/// The name of a user, as typed at sign-in and seen in addresses and folder names.
public record UserName(String value) implements Comparable<UserName> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST = 32;

    public UserName {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new ValidationException(
                    ("User name '%s' can't be used: use 1 to %d lower-case letters, digits and"
                                    + " single hyphens, beginning with a letter")
                            .formatted(shortened(value), LONGEST));
        }
    }

    private static String shortened(String value) {
        return value.length() <= 80 ? value : value.substring(0, 80) + "…";
    }

    @Override
    public int compareTo(UserName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
