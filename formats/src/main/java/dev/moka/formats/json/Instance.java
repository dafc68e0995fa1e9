package dev.moka.formats.json;

import dev.moka.formats.data.ElementType;
import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.Place;
import dev.moka.formats.data.Values;
import tools.jackson.databind.JsonNode;

/// One row in any of the forms that SageMaker's algorithms take: `[1, 2]`, `{"features": [1, 2]}`,
/// `{"data": {"features": {"values": [1, 2]}}}`, and with `keys` and `shape` beside `values` for
/// sparse rows; a `label` may stand beside the features.
///
/// @param values the numbers that are stored
/// @param keys where they stand; none when the row is dense
/// @param columns how many columns a sparse row has; -1 when the row is dense
/// @param labels its labels
record Instance(Values values, int[] keys, int columns, Values labels) {

    static Instance of(JsonNode node, ElementType type, Place place) {
        JsonNode features = features(node, place);
        Values labels = labels(node, type, place);
        if (!features.isObject()) {
            return new Instance(JsonNumbers.values(features, type, place), new int[0], -1, labels);
        }
        if (!features.has("values")) {
            throw new FormatException(place, "the features have no \"values\"");
        }
        Values values = JsonNumbers.values(features.get("values"), type, place);
        return features.has("keys")
                ? sparse(features, values, labels, place)
                : new Instance(values, new int[0], -1, labels);
    }

    boolean isSparse() {
        return columns >= 0;
    }

    private static JsonNode features(JsonNode node, Place place) {
        JsonNode holder = node.isObject() && node.has("data") ? node.get("data") : node;
        if (!holder.isObject()) {
            return holder;
        }
        if (holder.has("features")) {
            return holder.get("features");
        }
        if (holder.has("values")) {
            return holder;
        }
        throw new FormatException(
                place, "has neither \"features\" nor \"data\": " + Place.quoted(node.toString()));
    }

    private static Values labels(JsonNode node, ElementType type, Place place) {
        JsonNode label = node.isObject() && node.has("label") ? node.get("label") : null;
        if (label == null) {
            return Values.none(type);
        }
        boolean wrapped = label.isObject() && label.has("values");
        return JsonNumbers.values(wrapped ? label.get("values") : label, type, place);
    }

    private static Instance sparse(JsonNode features, Values values, Values labels, Place place) {
        int[] keys = ints(features.get("keys"), "keys", place);
        if (keys.length != values.size()) {
            throw new FormatException(
                    place, "has %d keys for %d values".formatted(keys.length, values.size()));
        }
        long columns = 1;
        int[] shape =
                features.has("shape") ? ints(features.get("shape"), "shape", place) : new int[0];
        if (shape.length == 0) {
            throw new FormatException(place, "has \"keys\" but no \"shape\"");
        }
        for (int extent : shape) {
            columns *= extent;
            if (columns > Integer.MAX_VALUE) {
                throw new FormatException(place, "the shape is larger than 2,147,483,647");
            }
        }
        for (int key : keys) {
            if (key >= columns) {
                throw new FormatException(
                        place, "has the key %d, which is not below %d".formatted(key, columns));
            }
        }
        return new Instance(values, keys, (int) columns, labels);
    }

    private static int[] ints(JsonNode array, String name, Place place) {
        Values numbers = JsonNumbers.values(array, ElementType.INT32, place);
        int[] ints = ((Values.Ints) numbers).ints();
        for (int value : ints) {
            if (value < 0) {
                throw new FormatException(place, "\"%s\" has %d".formatted(name, value));
            }
        }
        return ints;
    }
}
