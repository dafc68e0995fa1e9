package dev.moka.hub.host;

import dev.moka.hub.catalog.InstanceType;
import java.util.ArrayList;
import java.util.List;

/// How much this machine has, and how much of it an instance type gets.
public final class HostCapacity {
    private static final long MIB = 1024 * 1024;

    private final Host host;

    public HostCapacity(Host host) {
        this.host = host;
    }

    public HostReading reading() {
        return host.read();
    }

    /// The type as far as this machine has it; what is larger is cut to the machine and said so.
    public Allotment allot(InstanceType type) {
        HostReading reading = host.read();
        int hostMib = (int) Math.min(Integer.MAX_VALUE, reading.memoryBytes() / MIB);
        List<String> notes = new ArrayList<>();
        if (type.vcpu() > reading.cpus()) {
            notes.add(
                    "%s has %d vCPUs and this machine %d; the instance gets %d"
                            .formatted(type.name(), type.vcpu(), reading.cpus(), reading.cpus()));
        }
        if (type.memoryMib() > hostMib) {
            notes.add(
                    "%s has %s GiB of memory and this machine %.1f; the instance gets %.1f"
                            .formatted(
                                    type.name(),
                                    type.memoryGib(),
                                    hostMib / 1024.0,
                                    hostMib / 1024.0));
        }
        if (type.accelerator() != null) {
            notes.add(
                    "%s has %s, which this machine does not offer"
                            .formatted(type.name(), type.accelerator()));
        }
        return new Allotment(
                Math.min(type.vcpu(), reading.cpus()), Math.min(type.memoryMib(), hostMib), notes);
    }
}
