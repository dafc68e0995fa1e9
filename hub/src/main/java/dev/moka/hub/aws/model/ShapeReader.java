package dev.moka.hub.aws.model;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads a shape from its line in a model, with what an overlay adds to it.
final class ShapeReader {

    private ShapeReader() {}

    /// @param lines of the model first, then of the overlay; a later line adds members and replaces
    ///   the rest
    static Shape read(List<JsonNode> lines) {
        Map<String, JsonNode> merged = new LinkedHashMap<>();
        Map<String, String> members = new LinkedHashMap<>();
        for (JsonNode line : lines) {
            line.properties().forEach(entry -> merged.put(entry.getKey(), entry.getValue()));
            line.path("members")
                    .properties()
                    .forEach(entry ->
                            members.put(entry.getKey(), entry.getValue().path("shape").asString()));
        }
        String patternText = text(merged.get("pattern"));
        return new Shape(
                Shape.Type.valueOf(
                        merged.getOrDefault("type", MissingNode.getInstance())
                                .asString()
                                .toUpperCase(Locale.ROOT)),
                words(merged.get("required")),
                Collections.unmodifiableMap(members),
                reference(
                        merged.containsKey("member") ? merged.get("member") : merged.get("value")),
                reference(merged.get("key")),
                number(merged.get("min")),
                number(merged.get("max")),
                patternText == null ? null : Pattern.compile(patternText),
                patternText,
                words(merged.get("enum")),
                merged.containsKey("sensitive"));
    }

    private static List<String> words(@Nullable JsonNode array) {
        List<String> words = new ArrayList<>();
        if (array != null) {
            array.forEach(word -> words.add(word.asString()));
        }
        return words;
    }

    private static @Nullable String reference(@Nullable JsonNode node) {
        return node == null ? null : node.path("shape").asString();
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null ? null : node.asString();
    }

    private static @Nullable Double number(@Nullable JsonNode node) {
        return node == null ? null : node.asDouble();
    }
}
