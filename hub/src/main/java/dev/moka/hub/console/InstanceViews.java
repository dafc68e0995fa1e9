package dev.moka.hub.console;

import dev.moka.hub.console.view.Gauge;
import dev.moka.hub.console.view.InstanceRow;
import dev.moka.hub.console.view.Status;
import dev.moka.hub.console.view.Tone;
import dev.moka.hub.metering.Metering;
import dev.moka.hub.notebook.InstanceDetails;
import dev.moka.hub.notebook.InstanceKey;
import dev.moka.hub.notebook.InstanceSpec;
import dev.moka.hub.notebook.InstanceStatus;
import dev.moka.hub.notebook.NotebookInstance;
import dev.moka.hub.notebook.StartStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts notebook instances into the words of a table.
final class InstanceViews {
    private static final int LONGEST_REASON = 140;

    private final Metering metering;
    private final Duration scriptLimit;

    InstanceViews(Metering metering, Duration scriptLimit) {
        this.metering = metering;
        this.scriptLimit = scriptLimit;
    }

    static String path(InstanceKey key) {
        return "/instances/%s/%s".formatted(key.owner(), key.name());
    }

    static String lab(InstanceKey key) {
        return "/notebook/%s/%s/lab".formatted(key.owner(), key.name());
    }

    /// The row with what the instance cost since a moment.
    InstanceRow row(InstanceDetails details, Moments moments, Instant costSince) {
        NotebookInstance instance = details.instance();
        InstanceKey key = instance.key();
        boolean running = instance.inService();
        return new InstanceRow(
                key.owner().value(),
                key.name().value(),
                path(key),
                lab(key),
                prepared(instance.spec()),
                status(instance.status(), moments),
                can(instance.status()),
                details.type().name(),
                Words.size(details.type().vcpu(), details.type().memoryGib()),
                running ? memory(details) : null,
                running ? String.valueOf(details.kernels()) : "–",
                running
                        ? Words.time(Duration.between(instance.status().since(), moments.now()))
                        : "",
                Words.usd(metering.ofInstance(instance.id(), costSince, moments.now()).usd()));
    }

    Status status(InstanceStatus status, Moments moments) {
        String since = "since " + moments.since(status.since());
        return switch (status) {
            case InstanceStatus.Pending(_, var step, var begun) ->
                    new Status(status.word(), Tone.WAIT, pending(step, begun, moments));
            case InstanceStatus.InService _ -> new Status(status.word(), Tone.OK, since);
            case InstanceStatus.Stopping _, InstanceStatus.Updating _, InstanceStatus.Deleting _ ->
                    new Status(status.word(), Tone.WAIT, since);
            case InstanceStatus.Stopped _ -> new Status(status.word(), Tone.OFF, since);
            case InstanceStatus.Failed(_, var step, var reason) ->
                    new Status(status.word(), Tone.BAD, at(step) + inOneLine(reason));
        };
    }

    /// In which step something failed, before the reason.
    static String at(@Nullable StartStep step) {
        return step == null ? "" : "at %s · ".formatted(step.word());
    }

    /// How long a step has run, and how long it may when there is a limit.
    String pending(StartStep step, Instant begun, Moments moments) {
        long seconds = Math.max(0, Duration.between(begun, moments.now()).toSeconds());
        return switch (step) {
            case ON_CREATE, ON_START ->
                    "%s running · %d of %d s"
                            .formatted(step.word(), seconds, scriptLimit.toSeconds());
            case CAPACITY, PACKAGES, READY -> "%s · %d s".formatted(step.word(), seconds);
        };
    }

    Duration scriptLimit() {
        return scriptLimit;
    }

    /// Several lines as one, the end of which matters most.
    static String inOneLine(String reason) {
        String line =
                String.join(" · ", reason.lines().filter(l -> !l.isBlank()).toList())
                        .replace(": · ", ": ");
        int half = LONGEST_REASON / 2;
        return line.length() <= LONGEST_REASON
                ? line
                : line.substring(0, half) + " … " + line.substring(line.length() - half);
    }

    private static InstanceRow.Can can(InstanceStatus status) {
        return switch (status) {
            case InstanceStatus.InService _ ->
                    new InstanceRow.Can(true, false, true, false, false, false);
            case InstanceStatus.Pending _ ->
                    new InstanceRow.Can(false, false, false, true, false, false);
            case InstanceStatus.Stopped _, InstanceStatus.Failed _ ->
                    new InstanceRow.Can(false, true, false, false, true, true);
            case InstanceStatus.Stopping _, InstanceStatus.Updating _, InstanceStatus.Deleting _ ->
                    new InstanceRow.Can(false, false, false, false, false, false);
        };
    }

    private static @Nullable Gauge memory(InstanceDetails details) {
        double limit = details.allotment().memoryMib() * 1024.0 * 1024;
        double used = details.memoryBytesUsed();
        return Gauge.use(used, limit, "%s of %s GiB".formatted(Words.gib(used), Words.gib(limit)));
    }

    private static String prepared(InstanceSpec spec) {
        List<String> parts = new ArrayList<>();
        if (spec.lifecycleConfig() != null) {
            parts.add(spec.lifecycleConfig());
        }
        if (spec.packageSet() != null) {
            parts.add(spec.packageSet());
        }
        if (!spec.packages().isEmpty()) {
            parts.add(Words.count(spec.packages().size(), "package"));
        }
        return String.join(" · ", parts);
    }
}
