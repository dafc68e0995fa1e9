package dev.moka.hub.api;

import dev.moka.hub.catalog.InstanceType;
import dev.moka.hub.host.HostReading;
import dev.moka.hub.identity.ApiToken;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.identity.OneTimeLink;
import dev.moka.hub.identity.Session;
import dev.moka.hub.identity.User;
import dev.moka.hub.metering.Spend;
import dev.moka.hub.notebook.LifecycleConfig;
import dev.moka.hub.notebook.PackageCoordinate;
import dev.moka.hub.notebook.PackageSet;
import dev.moka.hub.notebook.StartLogChunk;
import dev.moka.protocol.jupyter.Json;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the features know, as JSON.
final class Shapes {

    private Shapes() {}

    static <T> ObjectNode list(String name, List<T> items, Function<T, ObjectNode> shape) {
        ObjectNode node = Json.object();
        ArrayNode array = node.putArray(name);
        items.forEach(item -> array.add(shape.apply(item)));
        return node;
    }

    static ObjectNode caller(Caller caller) {
        return Json.object()
                .put("name", caller.name().value())
                .put("role", role(caller.role().name()));
    }

    static ObjectNode user(User user) {
        return Json.object()
                .put("name", user.name().value())
                .put("role", role(user.role().name()))
                .put("disabled", user.disabled())
                .put("hasPassword", user.hasPassword())
                .put("createdAt", user.createdAt().toString());
    }

    /// A one-time link is shown only to the administrator who asked for it.
    static ObjectNode link(OneTimeLink link) {
        return Json.object()
                .put("user", link.user().value())
                .put("path", link.path())
                .put("expiresAt", link.expiresAt().toString());
    }

    static ObjectNode session(Session session) {
        return Json.object()
                .put("id", session.id())
                .put("address", session.visitor().address())
                .put("agent", session.visitor().agent())
                .put("createdAt", session.createdAt().toString())
                .put("lastSeenAt", session.lastSeenAt().toString())
                .put("expiresAt", session.expiresAt().toString());
    }

    static ObjectNode token(ApiToken token) {
        ObjectNode node =
                Json.object()
                        .put("id", token.id())
                        .put("label", token.label())
                        .put("createdAt", token.createdAt().toString());
        return node.put(
                "lastUsedAt", token.lastUsedAt() == null ? null : token.lastUsedAt().toString());
    }

    static ObjectNode type(InstanceType type) {
        return Json.object()
                .put("name", type.name())
                .put("family", type.family())
                .put("vcpu", type.vcpu())
                .put("memoryGib", type.memoryGib())
                .put("accelerator", type.accelerator())
                .put("usdPerHour", type.usdPerHour())
                .put("priceStatus", type.priceStatus());
    }

    static ObjectNode config(LifecycleConfig config) {
        return Json.object()
                .put("owner", config.owner().value())
                .put("name", config.name())
                .put("onCreate", config.onCreate())
                .put("onStart", config.onStart())
                .put("shared", config.shared())
                .put("windowsLineEnds", config.hasWindowsLineEnds())
                .put("changedAt", config.changedAt().toString());
    }

    static ObjectNode packageSet(PackageSet set) {
        ObjectNode node = Json.object().put("owner", set.owner().value()).put("name", set.name());
        node.set("packages", coordinates(set.coordinates()));
        return node.put("shared", set.shared()).put("changedAt", set.changedAt().toString());
    }

    static ArrayNode coordinates(List<PackageCoordinate> coordinates) {
        ArrayNode array = Json.array();
        coordinates.forEach(coordinate -> array.add(coordinate.value()));
        return array;
    }

    static ObjectNode log(StartLogChunk chunk) {
        return Json.object()
                .put("text", chunk.text())
                .put("position", chunk.position())
                .put("complete", chunk.complete());
    }

    static ObjectNode spend(Spend spend) {
        return Json.object()
                .put("seconds", spend.time().toSeconds())
                .put("usd", spend.usd())
                .put("priceKnown", spend.priceKnown());
    }

    static ObjectNode host(HostReading reading) {
        return Json.object()
                .put("cpus", reading.cpus())
                .put("memoryBytes", reading.memoryBytes())
                .put("memoryBytesAvailable", reading.memoryBytesAvailable())
                .put("loadAverage", reading.loadAverage())
                .put("diskBytes", reading.diskBytes())
                .put("diskBytesFree", reading.diskBytesFree());
    }

    private static String role(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
