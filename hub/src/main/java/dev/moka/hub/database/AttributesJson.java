package dev.moka.hub.database;

import dev.moka.hub.notebook.InstanceAttributes;
import dev.moka.protocol.jupyter.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An instance's attributes for AWS clients, inside the JSON of its specification.
final class AttributesJson {

    private AttributesJson() {}

    static ObjectNode write(InstanceAttributes attributes) {
        ObjectNode node = Json.object();
        node.put("roleArn", attributes.roleArn());
        node.put("volumeGib", attributes.volumeGib());
        node.put("directInternetAccess", attributes.directInternetAccess());
        node.put("rootAccess", attributes.rootAccess());
        node.put("subnetId", attributes.subnetId());
        texts(node.putArray("securityGroups"), attributes.securityGroups());
        node.put("kmsKeyId", attributes.kmsKeyId());
        node.put("platformIdentifier", attributes.platformIdentifier());
        node.put("minimumMetadataVersion", attributes.minimumMetadataVersion());
        node.put("ipAddressType", attributes.ipAddressType());
        texts(node.putArray("acceleratorTypes"), attributes.acceleratorTypes());
        node.put("defaultCodeRepository", attributes.defaultCodeRepository());
        texts(node.putArray("additionalCodeRepositories"), attributes.additionalCodeRepositories());
        return node;
    }

    static InstanceAttributes read(JsonNode node) {
        if (node.isMissingNode()) {
            return InstanceAttributes.NONE;
        }
        JsonNode volume = node.path("volumeGib");
        return new InstanceAttributes(
                text(node, "roleArn"),
                volume.isNumber() ? volume.asInt() : null,
                text(node, "directInternetAccess"),
                text(node, "rootAccess"),
                text(node, "subnetId"),
                texts(node, "securityGroups"),
                text(node, "kmsKeyId"),
                text(node, "platformIdentifier"),
                text(node, "minimumMetadataVersion"),
                text(node, "ipAddressType"),
                texts(node, "acceleratorTypes"),
                text(node, "defaultCodeRepository"),
                texts(node, "additionalCodeRepositories"));
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static List<String> texts(JsonNode node, String field) {
        return node.path(field).valueStream().map(JsonNode::asString).toList();
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? value.asString() : null;
    }
}
