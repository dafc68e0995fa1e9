package dev.moka.hub.database;

import dev.moka.hub.notebook.InstanceAttributes;
import dev.moka.hub.notebook.InstanceSpec;
import dev.moka.hub.notebook.InstanceStatus;
import dev.moka.hub.notebook.InstanceStatus.Deleting;
import dev.moka.hub.notebook.InstanceStatus.Failed;
import dev.moka.hub.notebook.InstanceStatus.InService;
import dev.moka.hub.notebook.InstanceStatus.Pending;
import dev.moka.hub.notebook.InstanceStatus.Stopped;
import dev.moka.hub.notebook.InstanceStatus.Stopping;
import dev.moka.hub.notebook.InstanceStatus.Updating;
import dev.moka.hub.notebook.LockedPackage;
import dev.moka.hub.notebook.PackageCoordinate;
import dev.moka.hub.notebook.PackageLock;
import dev.moka.hub.notebook.StartStep;
import dev.moka.protocol.jupyter.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The parts of a notebook instance that are one column of JSON each.
final class InstanceJson {

    private InstanceJson() {}

    static ArrayNode coordinates(List<PackageCoordinate> coordinates) {
        ArrayNode array = Json.array();
        coordinates.forEach(coordinate -> array.add(coordinate.value()));
        return array;
    }

    static List<PackageCoordinate> coordinates(String json) {
        return coordinates(Json.mapper().readTree(json));
    }

    static ObjectNode spec(InstanceSpec spec) {
        ObjectNode node = Json.object().put("instanceType", spec.instanceType());
        node.put("lifecycleConfig", spec.lifecycleConfig());
        node.put("packageSet", spec.packageSet());
        node.set("packages", coordinates(spec.packages()));
        if (!spec.attributes().equals(InstanceAttributes.NONE)) {
            node.set("attributes", AttributesJson.write(spec.attributes()));
        }
        return node;
    }

    static InstanceSpec spec(String json) {
        return spec(Json.mapper().readTree(json));
    }

    static ObjectNode status(InstanceStatus status) {
        ObjectNode node =
                Json.object()
                        .put("status", status.word())
                        .put("since", status.since().toEpochMilli());
        switch (status) {
            case Pending(_, var step, var stepSince) ->
                    node.put("step", step.name()).put("stepSince", stepSince.toEpochMilli());
            case Failed(_, var step, var reason) -> {
                if (step != null) {
                    node.put("step", step.name());
                }
                node.put("reason", reason);
            }
            case Updating(_, var next) -> node.set("next", spec(next));
            case InService _, Stopping _, Stopped _, Deleting _ -> {}
        }
        return node;
    }

    static InstanceStatus status(String json) {
        JsonNode node = Json.mapper().readTree(json);
        Instant since = Instant.ofEpochMilli(node.path("since").asLong());
        String word = node.path("status").asString();
        return switch (word) {
            case "Pending" ->
                    new Pending(
                            since,
                            StartStep.valueOf(node.path("step").asString()),
                            Instant.ofEpochMilli(node.path("stepSince").asLong()));
            case "InService" -> new InService(since);
            case "Stopping" -> new Stopping(since);
            case "Stopped" -> new Stopped(since);
            case "Failed" ->
                    new Failed(
                            since,
                            node.has("step")
                                    ? StartStep.valueOf(node.path("step").asString())
                                    : null,
                            node.path("reason").asString());
            case "Updating" -> new Updating(since, spec(node.path("next")));
            case "Deleting" -> new Deleting(since);
            default ->
                    throw new IllegalStateException(
                            "The database has a status '%s'".formatted(word));
        };
    }

    static ObjectNode lock(PackageLock lock) {
        ObjectNode node = Json.object();
        node.set("requested", coordinates(lock.requested()));
        ArrayNode packages = node.putArray("packages");
        for (LockedPackage locked : lock.packages()) {
            packages.addObject()
                    .put("coordinate", locked.coordinate())
                    .put("file", locked.file())
                    .put("bytes", locked.bytes())
                    .put("sha256", locked.sha256());
        }
        return node;
    }

    static PackageLock lock(String json) {
        JsonNode node = Json.mapper().readTree(json);
        List<LockedPackage> packages =
                node.path("packages")
                        .valueStream()
                        .map(p ->
                                new LockedPackage(
                                        p.path("coordinate").asString(),
                                        p.path("file").asString(),
                                        p.path("bytes").asLong(),
                                        p.path("sha256").asString()))
                        .toList();
        return new PackageLock(coordinates(node.path("requested")), packages);
    }

    private static List<PackageCoordinate> coordinates(JsonNode array) {
        return array.valueStream().map(c -> new PackageCoordinate(c.asString())).toList();
    }

    private static InstanceSpec spec(JsonNode node) {
        return new InstanceSpec(
                node.path("instanceType").asString(),
                text(node, "lifecycleConfig"),
                text(node, "packageSet"),
                coordinates(node.path("packages")),
                AttributesJson.read(node.path("attributes")));
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? value.asString() : null;
    }
}
