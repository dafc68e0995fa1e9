package dev.moka.hub.console;

import dev.moka.hub.console.view.Gauge;
import dev.moka.hub.console.view.Tile;
import dev.moka.hub.console.view.Tone;
import dev.moka.hub.host.HostReading;
import dev.moka.hub.identity.User;
import dev.moka.hub.metering.Metering;
import dev.moka.hub.notebook.InstanceDetails;
import dev.moka.hub.notebook.InstanceStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// The figures that an administrator watches.
final class Tiles {
    private final Metering metering;

    Tiles(Metering metering) {
        this.metering = metering;
    }

    List<Tile> of(
            List<InstanceDetails> instances, List<User> users, HostReading host, Moments moments) {
        return List.of(running(instances), memory(host), cpu(host), today(users, moments));
    }

    static Tile disk(HostReading host) {
        double used = (double) (host.diskBytes() - host.diskBytesFree());
        return new Tile(
                "Disk of the hub",
                "%s GiB free".formatted(Words.gib((double) host.diskBytesFree())),
                Gauge.use(used, (double) host.diskBytes(), ""),
                "of %s GiB".formatted(Words.gib((double) host.diskBytes())));
    }

    static Tile memory(HostReading host) {
        double used = (double) (host.memoryBytes() - host.memoryBytesAvailable());
        Gauge use = Gauge.use(used, (double) host.memoryBytes(), "");
        return new Tile(
                "Memory of this machine",
                "%s of %s GiB".formatted(Words.gib(used), Words.gib((double) host.memoryBytes())),
                new Gauge(use.tone() == Tone.OK ? Tone.INFO : use.tone(), use.percent(), ""),
                "%s GiB free".formatted(Words.gib((double) host.memoryBytesAvailable())));
    }

    /// From the load, which counts what runs on a processor or waits for one.
    static Tile cpu(HostReading host) {
        double load = host.loadAverage();
        Gauge use = Gauge.use(load, host.cpus(), "");
        Tone tone = use.tone() == Tone.OK ? Tone.INFO : use.tone();
        return new Tile(
                "CPU, last minute",
                load < 0 ? "unknown" : use.percent() + " %",
                new Gauge(tone, use.percent(), ""),
                String.format(
                        Locale.ROOT,
                        "%.1f processes for %s",
                        Math.max(0, load),
                        Words.count(host.cpus(), "CPU")));
    }

    private static Tile running(List<InstanceDetails> instances) {
        long running = instances.stream().filter(d -> d.instance().inService()).count();
        long starting =
                instances.stream()
                        .filter(d -> d.instance().status() instanceof InstanceStatus.Pending)
                        .count();
        int kernels = instances.stream().mapToInt(InstanceDetails::kernels).sum();
        String more = starting == 0 ? "" : " · %d starting".formatted(starting);
        return new Tile(
                "Running",
                String.valueOf(running),
                null,
                "of %s%s · %s"
                        .formatted(
                                Words.count(instances.size(), "instance"),
                                more,
                                Words.count(kernels, "kernel")));
    }

    private Tile today(List<User> users, Moments moments) {
        return new Tile(
                "Today at list price",
                Words.usd(cost(users, moments.startOfDay(), moments)),
                null,
                "this month " + Words.usd(cost(users, moments.startOfMonth(), moments)));
    }

    private BigDecimal cost(List<User> users, Instant from, Moments moments) {
        return users.stream()
                .map(user -> metering.ofOwner(user.name().value(), from, moments.now()).usd())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
