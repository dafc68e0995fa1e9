package dev.moka.protocol.container;

import dev.moka.protocol.jupyter.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What `resourceconfig.json` holds: which hosts take part in a training job, and who this one is.
///
/// @param currentHost `algo-1` on the first instance
/// @param hosts all of them, in order
public record ResourceConfig(
        String currentHost,
        String currentInstanceType,
        String currentGroupName,
        List<String> hosts,
        List<InstanceGroup> instanceGroups,
        String networkInterfaceName) {
    private static final String FILE = "resourceconfig.json";
    private static final String HOMOGENEOUS_GROUP = "homogeneousCluster";
    private static final String NETWORK_INTERFACE = "eth0";

    public ResourceConfig {
        hosts = hosts.stream().sorted(ResourceConfig::compareHosts).toList();
        instanceGroups = List.copyOf(instanceGroups);
        if (!hosts.contains(currentHost)) {
            throw new ContainerException(
                    "%s: the current host '%s' is none of %s".formatted(FILE, currentHost, hosts));
        }
    }

    /// Instances of one type within a job.
    public record InstanceGroup(String name, String instanceType, List<String> hosts) {
        public InstanceGroup {
            hosts = List.copyOf(hosts);
        }
    }

    /// What the host of the given number (from 1) in a job of equal instances is told.
    public static ResourceConfig homogeneous(String instanceType, int count, int host) {
        List<String> hosts = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            hosts.add(hostName(i));
        }
        return new ResourceConfig(
                hostName(host),
                instanceType,
                HOMOGENEOUS_GROUP,
                hosts,
                List.of(new InstanceGroup(HOMOGENEOUS_GROUP, instanceType, hosts)),
                NETWORK_INTERFACE);
    }

    /// `algo-1`, `algo-2` …
    public static String hostName(int number) {
        return "algo-" + number;
    }

    /// Reads the file.
    ///
    /// @throws ContainerException when a host is missing
    public static ResourceConfig parse(byte[] json) {
        ObjectNode file = JsonFile.object(FILE, json);
        List<InstanceGroup> groups = new ArrayList<>();
        file.path("instance_groups").forEach(group -> groups.add(group(group)));
        return new ResourceConfig(
                JsonFile.required(FILE, file, "current_host"),
                JsonFile.text(file, "current_instance_type").orElse(""),
                JsonFile.text(file, "current_group_name").orElse(HOMOGENEOUS_GROUP),
                JsonFile.texts(file, "hosts"),
                groups,
                JsonFile.text(file, "network_interface_name").orElse(NETWORK_INTERFACE));
    }

    /// The file's text.
    public byte[] toJson() {
        ObjectNode file = Json.object();
        file.put("current_host", currentHost);
        file.put("current_instance_type", currentInstanceType);
        file.put("current_group_name", currentGroupName);
        file.set("hosts", JsonFile.array(hosts));
        ArrayNode groups = file.putArray("instance_groups");
        for (InstanceGroup group : instanceGroups) {
            ObjectNode object = groups.addObject();
            object.put("instance_group_name", group.name());
            object.put("instance_type", group.instanceType());
            object.set("hosts", JsonFile.array(group.hosts()));
        }
        file.put("network_interface_name", networkInterfaceName);
        return Json.bytes(file);
    }

    private static InstanceGroup group(JsonNode group) {
        return new InstanceGroup(
                JsonFile.required(FILE, group, "instance_group_name"),
                JsonFile.text(group, "instance_type").orElse(""),
                JsonFile.texts(group, "hosts"));
    }

    /// `algo-2` comes before `algo-10`.
    private static int compareHosts(String left, String right) {
        int byLength = Integer.compare(left.length(), right.length());
        return byLength != 0 ? byLength : left.compareTo(right);
    }
}
