package dev.moka.algorithms.algorithm;

import dev.moka.algorithms.hyperparameters.HyperparameterTable;
import dev.moka.protocol.jupyter.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What an algorithm's page in AWS's Developer Guide lists, as data: a JSON resource beside its
/// code.
///
/// @param trainingContentTypes what a channel may hold
/// @param defaultContentType what a channel holds that names no content type
/// @param requestTypes what an endpoint takes
/// @param responseTypes what it answers; the first is the default
public record AlgorithmTable(
        String name,
        HyperparameterTable hyperparameters,
        List<Channel> channels,
        List<String> trainingContentTypes,
        String defaultContentType,
        List<String> requestTypes,
        List<String> responseTypes,
        List<Metric> metrics) {
    public AlgorithmTable {
        channels = List.copyOf(channels);
        trainingContentTypes = List.copyOf(trainingContentTypes);
        requestTypes = List.copyOf(requestTypes);
        responseTypes = List.copyOf(responseTypes);
        metrics = List.copyOf(metrics);
    }

    /// A channel that a training job may have.
    public record Channel(String name, boolean required) {}

    /// A figure that tuning can optimise.
    ///
    /// @param direction `maximize` or `minimize`
    /// @param regex how AWS finds it in the log
    public record Metric(String name, String direction, String regex) {
        public boolean maximize() {
            return direction.equals("maximize");
        }
    }

    /// Reads the resource `NAME.json` beside a class.
    public static AlgorithmTable read(Class<?> beside, String name) {
        ObjectNode json = Json.parseObject(resource(beside, name + ".json"));
        return new AlgorithmTable(
                json.path("name").asString(),
                HyperparameterTable.parse(json.path("hyperparameters")),
                json.path("channels").valueStream().map(AlgorithmTable::channel).toList(),
                texts(json.path("trainingContentTypes")),
                json.path("defaultContentType").asString(),
                texts(json.path("requestTypes")),
                texts(json.path("responseTypes")),
                json.path("metrics").valueStream().map(AlgorithmTable::metric).toList());
    }

    private static byte[] resource(Class<?> beside, String file) {
        try (var in = Objects.requireNonNull(beside.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Channel channel(JsonNode json) {
        return new Channel(json.path("name").asString(), json.path("required").asBoolean());
    }

    private static Metric metric(JsonNode json) {
        return new Metric(
                json.path("name").asString(),
                json.path("direction").asString(),
                json.path("regex").asString());
    }

    private static List<String> texts(JsonNode json) {
        List<String> texts = new ArrayList<>();
        json.forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
