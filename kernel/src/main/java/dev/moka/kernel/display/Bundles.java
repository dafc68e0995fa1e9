package dev.moka.kernel.display;

import dev.moka.kernel.api.DisplayData;
import dev.moka.kernel.interpreter.MimeBundle;
import dev.moka.protocol.jupyter.Json;
import java.util.HashMap;
import java.util.Map;

/// Translates the public {@link DisplayData} into the loop's {@link MimeBundle}.
public final class Bundles {
    private Bundles() {}

    /// Text stays text, structures become JSON.
    public static MimeBundle of(DisplayData data) {
        Map<String, Object> content = new HashMap<>();
        data.data()
                .forEach((type, value) ->
                        content.put(
                                type,
                                value instanceof String
                                        ? value
                                        : Json.mapper().valueToTree(value)));
        Map<String, Object> metadata = new HashMap<>();
        data.metadata()
                .forEach((type, value) -> metadata.put(type, Json.mapper().valueToTree(value)));
        return new MimeBundle(content, metadata);
    }
}
