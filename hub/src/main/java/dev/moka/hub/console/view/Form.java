package dev.moka.hub.console.view;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a person typed into a form and what is wrong with it, by field.
public record Form(Map<String, String> values, Map<String, String> errors) {

    public Form {
        values = Map.copyOf(values);
        errors = Map.copyOf(errors);
    }

    /// A form that nobody has filled in yet.
    public static Form empty() {
        return new Form(Map.of(), Map.of());
    }

    /// A form with values to start from.
    public static Form of(Map<String, String> values) {
        return new Form(values, Map.of());
    }

    /// The same values with what is wrong with them.
    public Form with(Map<String, String> wrong) {
        return new Form(values, wrong);
    }

    /// What was typed, or an empty text.
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /// What is wrong with a field, or null.
    public @Nullable String error(String field) {
        return errors.get(field);
    }

    /// `true` for `aria-invalid`, or null, so that the attribute is left out.
    public @Nullable String invalid(String field) {
        return errors.containsKey(field) ? "true" : null;
    }

    /// Whether an option of a choice is the chosen one.
    public boolean chosen(String field, String option) {
        return value(field).equals(option);
    }
}
