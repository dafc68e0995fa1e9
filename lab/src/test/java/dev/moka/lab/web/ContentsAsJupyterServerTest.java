package dev.moka.lab.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.lab.testing.Reply;
import dev.moka.lab.testing.RunningLab;
import dev.moka.protocol.jupyter.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Replays requests that were sent to jupyter_server 2.21.1 and compares with what it answered.
/// Times, error messages and made-up cell ids are masked; a line with `ours` and `because` names a
/// status in which we differ on purpose.
class ContentsAsJupyterServerTest {
    private static final String BASE = "/notebook/ann/demo";

    @TempDir Path folder;

    @Test
    void theContentsServiceAnswersAsJupyterServerDoes() throws Exception {
        SoftAssertions same = new SoftAssertions();
        try (RunningLab lab = new RunningLab(folder)) {
            for (String line : recorded()) {
                JsonNode step = Json.mapper().readTree(line);
                String request =
                        step.path("method").asString() + " " + step.path("path").asString();
                Reply reply =
                        lab.call(
                                step.path("method").asString(),
                                step.path("path").asString(),
                                step.get("body"));
                JsonNode ours = step.path("ours");
                same.assertThat(reply.status())
                        .as(request)
                        .isEqualTo(ours.isInt() ? ours.asInt() : step.path("status").asInt());
                if (!ours.isInt() && step.has("json")) {
                    same.assertThat(masked(reply.json()))
                            .as(request)
                            .isEqualTo(expected(step, reply));
                }
                if (step.has("location")) {
                    same.assertThat(reply.header("Location"))
                            .as(request)
                            .isEqualTo(BASE + step.path("location").asString());
                }
            }
        }
        same.assertAll();
    }

    /// We tell the hash of what was just saved, where jupyter_server leaves it out, and we say what
    /// is wrong with a notebook in other words.
    private static JsonNode expected(JsonNode step, Reply reply) {
        JsonNode expected = step.path("json").deepCopy();
        if (expected instanceof ObjectNode object
                && object.path("hash").isNull()
                && reply.json().path("hash").isString()) {
            object.set("hash", reply.json().path("hash"));
            object.put("hash_algorithm", "sha256");
        }
        return expected;
    }

    private static JsonNode masked(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                for (Map.Entry<String, JsonNode> entry : List.copyOf(object.properties())) {
                    object.set(entry.getKey(), masked(entry.getKey(), entry.getValue()));
                }
                yield object;
            }
            case ArrayNode array -> {
                List<JsonNode> items = new ArrayList<>();
                array.forEach(item -> items.add(masked(item)));
                if (!items.isEmpty() && items.getFirst().has("path")) {
                    items.sort(Comparator.comparing(item -> item.path("path").asString()));
                }
                yield Json.array().addAll(items);
            }
            default -> node;
        };
    }

    private static JsonNode masked(String name, JsonNode value) {
        return switch (name) {
            case "last_modified", "created" -> value.isNull() ? value : StringNode.valueOf("TIME");
            case "message" -> StringNode.valueOf("MESSAGE");
            case "id" -> value.asString().length() == 8 ? StringNode.valueOf("ID") : masked(value);
            default -> masked(value);
        };
    }

    private static List<String> recorded() throws IOException {
        try (InputStream in =
                ContentsAsJupyterServerTest.class.getResourceAsStream(
                        "contents-as-jupyter-server.jsonl")) {
            List<String> lines =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
            assertThat(lines).hasSizeGreaterThan(80);
            return lines;
        }
    }
}
