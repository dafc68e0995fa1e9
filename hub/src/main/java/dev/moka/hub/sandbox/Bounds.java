package dev.moka.hub.sandbox;

import dev.moka.hub.sandbox.ControlGroups.Limit;
import dev.moka.hub.workload.Enforcement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Says in words which bounds hold.
final class Bounds {
    private final List<String> enforced = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    private Bounds() {}

    static Enforcement of(SandboxKind kind, Set<Limit> limits) {
        Bounds bounds = new Bounds();
        bounds.apart(kind);
        bounds.say(
                limits.contains(Limit.MEMORY),
                "the kernel holds it to the memory of its instance",
                "memory is only measured twice a second, and the program ended when it uses more"
                        + " than its instance has: the hub may not make control groups");
        bounds.say(
                limits.contains(Limit.CPU),
                "the kernel holds it to the CPUs of its instance",
                "it may use more CPU time than its instance has: the hub may not make control"
                        + " groups");
        bounds.say(
                limits.contains(Limit.PROCESSES),
                "the kernel holds it to a number of processes",
                "it may start any number of processes: the hub may not make control groups");
        bounds.enforced.add(
                "what it writes is measured twice a second, and the program ended when its volume"
                        + " is full");
        return new Enforcement(bounds.enforced, bounds.missing);
    }

    private void apart(SandboxKind kind) {
        switch (kind) {
            case OWN_USER -> {
                enforced.add("it runs as a user of its own");
                namespaces();
            }
            case NAMESPACES -> {
                missing.add("it runs as the hub's user: only root can give it one of its own");
                namespaces();
            }
            case PLAIN -> {
                missing.add(
                        "it sees the files and processes of the hub's user and the network, also"
                            + " with EnableNetworkIsolation: there is no working bwrap (bubblewrap)"
                            + " here");
                missing.add("its folder is not /opt/ml; SAGEMAKER_BASE_DIR says where it is");
            }
        }
    }

    private void namespaces() {
        enforced.add("it sees only its own files and processes");
        enforced.add("it has no network if EnableNetworkIsolation says so");
    }

    private void say(boolean holds, String yes, String no) {
        if (holds) {
            enforced.add(yes);
        } else {
            missing.add(no);
        }
    }
}
