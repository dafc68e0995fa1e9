package dev.moka.hub.aws.model;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A type of a service model, with the constraints on its values.
///
/// @param required names of the members that a structure must have
/// @param members the members of a structure and the names of their shapes, in the model's order
/// @param element the shape of a list's elements or of a map's values
/// @param key the shape of a map's keys
/// @param min the smallest number, or the least length
/// @param max the largest number, or the greatest length
/// @param pattern what a whole string must match
/// @param patternText the pattern as the model writes it, for messages
/// @param values the words of an enumeration, empty when any will do
/// @param sensitive whether a value must not be repeated in a message
public record Shape(
        Type type,
        List<String> required,
        Map<String, String> members,
        @Nullable String element,
        @Nullable String key,
        @Nullable Double min,
        @Nullable Double max,
        @Nullable Pattern pattern,
        @Nullable String patternText,
        List<String> values,
        boolean sensitive) {

    /// What kind of value a shape describes.
    public enum Type {
        STRUCTURE,
        LIST,
        MAP,
        STRING,
        BLOB,
        TIMESTAMP,
        BOOLEAN,
        INTEGER,
        LONG,
        FLOAT,
        DOUBLE;

        boolean isScalar() {
            return this != STRUCTURE && this != LIST && this != MAP;
        }
    }

    /// Keeps the order of the members, which is the order in which errors are told.
    public Shape {
        required = List.copyOf(required);
        values = List.copyOf(values);
    }

    /// The shape's name of an element or a key that the model must have.
    static String present(@Nullable String name) {
        if (name == null) {
            throw new IllegalStateException("The service model has a list or map without element");
        }
        return name;
    }
}
