package dev.moka.hub.training;

import dev.moka.hub.errors.ValidationException;
import java.util.regex.Pattern;

/// The name of a training job, unique in its account.
public record TrainingJobName(String value) {
    private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}");

    public TrainingJobName {
        if (!FORM.matcher(value).matches()) {
            throw new ValidationException(
                    "TrainingJobName '%s' must be 1 to 63 letters, digits and hyphens, and begin and end with a letter or digit"
                            .formatted(
                                    value.length() <= 80 ? value : value.substring(0, 80) + "…"));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
