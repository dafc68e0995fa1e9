package dev.moka.protocol.container;

import dev.moka.protocol.jupyter.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What `inputdataconfig.json` holds: the channels of a training job by name.
public record InputDataConfig(Map<String, Channel> channels) {
    private static final String FILE = "inputdataconfig.json";

    public InputDataConfig {
        channels = Collections.unmodifiableMap(new LinkedHashMap<>(channels));
    }

    /// How one channel's data comes.
    ///
    /// @param contentType null when the request named none; the algorithm has a default then
    /// @param trainingInputMode `File`, `FastFile` or `Pipe`
    /// @param s3DistributionType `FullyReplicated` or `ShardedByS3Key`
    /// @param recordWrapperType `None` or `RecordIO`
    public record Channel(
            @Nullable String contentType,
            String trainingInputMode,
            String s3DistributionType,
            String recordWrapperType) {
        /// A channel of files that every host gets whole.
        public static Channel files(@Nullable String contentType) {
            return new Channel(contentType, "File", "FullyReplicated", "None");
        }
    }

    /// Reads the file.
    ///
    /// @throws ContainerException when it is not an object of objects
    public static InputDataConfig parse(byte[] json) {
        Map<String, Channel> channels = new LinkedHashMap<>();
        JsonFile.object(FILE, json)
                .properties()
                .forEach(entry -> channels.put(entry.getKey(), channel(entry)));
        return new InputDataConfig(channels);
    }

    /// The file's text.
    public byte[] toJson() {
        ObjectNode file = Json.object();
        channels.forEach((name, channel) -> file.set(name, json(channel)));
        return Json.bytes(file);
    }

    private static Channel channel(Map.Entry<String, JsonNode> entry) {
        JsonNode value = entry.getValue();
        if (!value.isObject()) {
            throw new ContainerException(
                    "%s: channel '%s' is not an object".formatted(FILE, entry.getKey()));
        }
        return new Channel(
                JsonFile.text(value, "ContentType").orElse(null),
                JsonFile.text(value, "TrainingInputMode").orElse("File"),
                JsonFile.text(value, "S3DistributionType").orElse("FullyReplicated"),
                JsonFile.text(value, "RecordWrapperType").orElse("None"));
    }

    private static ObjectNode json(Channel channel) {
        ObjectNode object = Json.object();
        if (channel.contentType() != null) {
            object.put("ContentType", channel.contentType());
        }
        object.put("TrainingInputMode", channel.trainingInputMode());
        object.put("S3DistributionType", channel.s3DistributionType());
        return object.put("RecordWrapperType", channel.recordWrapperType());
    }
}
