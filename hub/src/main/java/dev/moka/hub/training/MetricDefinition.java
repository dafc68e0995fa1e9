package dev.moka.hub.training;

import dev.moka.hub.errors.ValidationException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A metric and the regular expression whose first group is its value in a line of the log.
public record MetricDefinition(String name, String regex) {

    public MetricDefinition {
        try {
            Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new ValidationException(
                    "The Regex '%s' of metric '%s' is not a regular expression: %s"
                            .formatted(regex, name, e.getDescription()));
        }
    }
}
