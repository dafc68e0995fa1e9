package dev.moka.hub.sagemaker.tags;

import dev.moka.hub.sagemaker.Invalid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A tag on the wire.
public record Tag(String key, String value) {

    /// The tags by key; a key that is there twice is an error.
    public static Map<String, String> map(@Nullable List<Tag> tags) {
        Map<String, String> map = new LinkedHashMap<>();
        for (Tag tag : tags == null ? List.<Tag>of() : tags) {
            if (map.put(tag.key(), tag.value()) != null) {
                throw Invalid.request(
                        "Duplicate tag keys found: '%s' is given twice".formatted(tag.key()));
            }
        }
        return map;
    }

    static List<Tag> list(Map<String, String> tags) {
        return tags.entrySet().stream().map(t -> new Tag(t.getKey(), t.getValue())).toList();
    }
}
