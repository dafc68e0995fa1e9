package dev.moka.hub.api;

import dev.moka.hub.host.Allotment;
import dev.moka.hub.notebook.InstanceDetails;
import dev.moka.hub.notebook.InstanceSpec;
import dev.moka.hub.notebook.InstanceStatus;
import dev.moka.hub.notebook.NotebookInstance;
import dev.moka.hub.notebook.PackageCoordinate;
import dev.moka.protocol.jupyter.Json;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Notebook instances as JSON, and back.
final class InstanceShapes {
    static final String[] SPEC_FIELDS = {
        "instanceType", "lifecycleConfig", "packageSet", "packages"
    };

    private InstanceShapes() {}

    static ObjectNode details(InstanceDetails details) {
        ObjectNode node = instance(details.instance());
        Allotment allotment = details.allotment();
        ObjectNode given =
                node.putObject("allotment")
                        .put("cpus", allotment.cpus())
                        .put("memoryMib", allotment.memoryMib());
        ArrayNode notes = given.putArray("notes");
        allotment.notes().forEach(notes::add);
        node.put("kernels", details.kernels()).put("memoryBytesUsed", details.memoryBytesUsed());
        node.set("spend", Shapes.spend(details.spend()));
        return node;
    }

    static ObjectNode instance(NotebookInstance instance) {
        ObjectNode node =
                Json.object()
                        .put("owner", instance.key().owner().value())
                        .put("name", instance.key().name().value());
        status(node, instance.status());
        spec(node, instance.spec());
        node.put("createdAt", instance.createdAt().toString());
        node.put("starts", instance.starts());
        ArrayNode lock = node.putArray("lockedPackages");
        instance.lock()
                .packages()
                .forEach(locked ->
                        lock.addObject()
                                .put("coordinate", locked.coordinate())
                                .put("bytes", locked.bytes())
                                .put("sha256", locked.sha256()));
        return node.put("labPath", "/notebook/%s/lab".formatted(instance.key()));
    }

    static InstanceSpec spec(Body body) {
        return new InstanceSpec(
                body.text("instanceType"),
                name(body, "lifecycleConfig"),
                name(body, "packageSet"),
                packages(body));
    }

    /// What the body does not mention stays as it is.
    static InstanceSpec changed(InstanceSpec present, Body body) {
        return new InstanceSpec(
                body.optionalText("instanceType").orElse(present.instanceType()),
                body.has("lifecycleConfig")
                        ? name(body, "lifecycleConfig")
                        : present.lifecycleConfig(),
                body.has("packageSet") ? name(body, "packageSet") : present.packageSet(),
                body.has("packages") ? packages(body) : present.packages(),
                present.attributes());
    }

    private static List<PackageCoordinate> packages(Body body) {
        return body.texts("packages").stream().map(PackageCoordinate::new).toList();
    }

    private static @Nullable String name(Body body, String field) {
        Optional<String> name = body.optionalText(field).filter(value -> !value.isBlank());
        return name.orElse(null);
    }

    private static void status(ObjectNode node, InstanceStatus status) {
        node.put("status", status.word()).put("statusSince", status.since().toString());
        switch (status) {
            case InstanceStatus.Pending(_, var step, var stepSince) ->
                    node.put("step", step.word()).put("stepSince", stepSince.toString());
            case InstanceStatus.Failed(_, var step, var reason) -> {
                if (step != null) {
                    node.put("failedStep", step.word());
                }
                node.put("failureReason", reason);
            }
            case InstanceStatus.Updating(_, var next) -> spec(node.putObject("next"), next);
            case InstanceStatus.InService _,
                    InstanceStatus.Stopping _,
                    InstanceStatus.Stopped _,
                    InstanceStatus.Deleting _ -> {}
        }
    }

    private static void spec(ObjectNode node, InstanceSpec spec) {
        node.put("instanceType", spec.instanceType());
        node.put("lifecycleConfig", spec.lifecycleConfig());
        node.put("packageSet", spec.packageSet());
        node.set("packages", Shapes.coordinates(spec.packages()));
    }
}
