package dev.moka.protocol.container;

import dev.moka.protocol.jupyter.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What `hyperparameters.json` holds: names and values, all of them text.
public record HyperParameters(Map<String, String> values) {
    public HyperParameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// Reads the file.
    ///
    /// @throws ContainerException when it is not a flat JSON object
    public static HyperParameters parse(byte[] json) {
        ObjectNode file = JsonFile.object("hyperparameters.json", json);
        Map<String, String> values = new LinkedHashMap<>();
        file.properties()
                .forEach(entry -> values.put(entry.getKey(), JsonFile.scalar(entry.getValue())));
        return new HyperParameters(values);
    }

    /// The file's text.
    public byte[] toJson() {
        ObjectNode file = Json.object();
        values.forEach(file::put);
        return Json.bytes(file);
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
