package dev.moka.hub.notebook;

import dev.moka.hub.errors.ValidationException;
import java.util.regex.Pattern;

/// The name of a notebook instance, by AWS's rule for `NotebookInstanceName`.
public record InstanceName(String value) implements Comparable<InstanceName> {
    static final int LONGEST = 63;
    private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9](-*[a-zA-Z0-9])*");

    public InstanceName {
        requireForm("notebook instance", value);
    }

    /// AWS has the same rule for the names of lifecycle configs; package sets keep to it too.
    static void requireForm(String what, String value) {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            String shown = value.length() <= 80 ? value : value.substring(0, 80) + "…";
            throw new ValidationException(
                    ("'%s' can't be the name of a %s: use 1 to %d letters, digits and hyphens,"
                                    + " beginning and ending with a letter or digit")
                            .formatted(shown, what, LONGEST));
        }
    }

    @Override
    public int compareTo(InstanceName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
