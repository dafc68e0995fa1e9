package dev.moka.formats.json;

import dev.moka.formats.data.ElementType;
import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.Place;
import dev.moka.formats.data.Values;
import dev.moka.formats.data.ValuesBuilder;
import dev.moka.formats.text.NumberText;
import tools.jackson.databind.JsonNode;

/// Numbers in JSON arrays, as values. `null` is a missing value (NaN); the strings `NaN` and
/// `Infinity` are numbers too, as Python programs write them.
final class JsonNumbers {
    private JsonNumbers() {}

    static Values values(JsonNode array, ElementType type, Place place) {
        if (array.isNumber()) {
            ValuesBuilder one = ValuesBuilder.of(type);
            add(array, one, place.column(1, ""));
            return one.build();
        }
        if (!array.isArray()) {
            throw new FormatException(
                    place, Place.quoted(array.toString()) + " is not an array of numbers");
        }
        ValuesBuilder numbers = ValuesBuilder.of(type);
        for (JsonNode node : array) {
            add(node, numbers, place.column(numbers.size() + 1, ""));
        }
        return numbers.build();
    }

    private static void add(JsonNode node, ValuesBuilder into, Place place) {
        if (node.isNumber() && into.type() == ElementType.FLOAT32) {
            into.add((float) node.numberValue().doubleValue());
            return;
        }
        double value = number(node, place);
        if (into.type() == ElementType.INT32 && value != (int) value) {
            throw new FormatException(place, node + " is not a 32-bit integer");
        }
        into.add(value);
    }

    private static double number(JsonNode node, Place place) {
        if (node.isNull()) {
            return Double.NaN;
        }
        if (node.isNumber()) {
            return node.numberValue().doubleValue();
        }
        String text = node.isString() ? node.stringValue() : node.toString();
        return NumberText.parse(node.isString() ? text : "")
                .orElseThrow(
                        () -> new FormatException(place, Place.quoted(text) + " is not a number"));
    }
}
