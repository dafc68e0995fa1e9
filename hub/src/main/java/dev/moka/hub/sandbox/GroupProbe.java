package dev.moka.hub.sandbox;

import dev.moka.hub.sandbox.ControlGroups.Limit;
import dev.moka.hub.workload.WorkloadLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out, by trying, which control groups this process may make.
final class GroupProbe {
    private static final Logger log = LoggerFactory.getLogger(GroupProbe.class);
    private static final WorkloadLimits SOME = new WorkloadLimits(1, 256, 64, 1);

    private final List<String> mounts;
    private final List<String> own;
    private final String name;

    /// @param mounts the lines of `/proc/self/mountinfo`
    /// @param own the lines of `/proc/self/cgroup`
    /// @param name of the group to try
    GroupProbe(List<String> mounts, List<String> own, String name) {
        this.mounts = mounts;
        this.own = own;
        this.name = name;
    }

    static ControlGroups find() {
        return new GroupProbe(
                        GroupFiles.lines(Path.of("/proc/self/mountinfo")),
                        GroupFiles.lines(Path.of("/proc/self/cgroup")),
                        "moka-probe-" + ProcessHandle.current().pid())
                .groups();
    }

    ControlGroups groups() {
        Map<Limit, Path> first = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            parent(ControlGroupsV2.controller(limit))
                    .filter(path -> works(new ControlGroupsV1(Map.of(limit, path))))
                    .ifPresent(path -> first.put(limit, path));
        }
        if (!first.isEmpty()) {
            return new ControlGroupsV1(first);
        }
        return second().orElseGet(ControlGroups.None::new);
    }

    private Optional<ControlGroups> second() {
        return parent("").map(this::enabled).filter(this::works);
    }

    /// What the parent lets its children limit; what it could let them is asked for.
    private ControlGroups enabled(Path parent) {
        List<String> offered = words(parent.resolve("cgroup.controllers"));
        List<String> given = words(parent.resolve("cgroup.subtree_control"));
        Set<Limit> limits = EnumSet.noneOf(Limit.class);
        for (Limit limit : Limit.values()) {
            String controller = ControlGroupsV2.controller(limit);
            if (offered.contains(controller)
                    && (given.contains(controller) || isGiven(parent, controller))) {
                limits.add(limit);
            }
        }
        return limits.isEmpty() ? new ControlGroups.None() : new ControlGroupsV2(parent, limits);
    }

    private static boolean isGiven(Path parent, String controller) {
        try {
            GroupFiles.write(parent.resolve("cgroup.subtree_control"), "+" + controller);
            return true;
        } catch (IOException e) {
            log.debug("{} can't be limited here: {}", controller, e.toString());
            return false;
        }
    }

    private boolean works(ControlGroups groups) {
        try {
            groups.make(name, SOME);
            return !groups.limits().isEmpty();
        } catch (IOException e) {
            log.debug("Groups can't be made here: {}", e.toString());
            return false;
        } finally {
            groups.remove(name);
        }
    }

    /// Our own group in the tree of a controller of version 1, or in that of version 2 for no name.
    private Optional<Path> parent(String controller) {
        return mount(controller)
                .flatMap(mount ->
                        own.stream()
                                .map(line -> line.split(":", 3))
                                .filter(parts -> parts.length == 3)
                                .filter(parts -> named(parts[1], controller))
                                .map(parts -> mount.below(parts[2]))
                                .findFirst());
    }

    private Optional<Mount> mount(String controller) {
        String type = controller.isEmpty() ? "cgroup2" : "cgroup";
        return mounts.stream()
                .map(line -> line.split(" ", -1))
                .filter(words -> words.length > 6 && kind(words).equals(type))
                .filter(words -> controller.isEmpty() || named(words[words.length - 1], controller))
                .map(words -> new Mount(words[3], Path.of(words[4])))
                .findFirst();
    }

    private record Mount(String root, Path point) {
        Path below(String group) {
            String inside =
                    !root.equals("/") && group.startsWith(root)
                            ? group.substring(root.length())
                            : group;
            return point.resolve(inside.replaceFirst("^/+", "")).normalize();
        }
    }

    private static String kind(String[] words) {
        int dash = Arrays.asList(words).indexOf("-");
        return dash < 0 || dash + 1 >= words.length ? "" : words[dash + 1];
    }

    private static boolean named(String list, String controller) {
        return Arrays.asList(list.split(",", -1)).contains(controller);
    }

    private static List<String> words(Path file) {
        return GroupFiles.lines(file).stream()
                .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                .toList();
    }
}
