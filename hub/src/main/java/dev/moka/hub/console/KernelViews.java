package dev.moka.hub.console;

import dev.moka.hub.console.view.Gauge;
import dev.moka.hub.console.view.KernelRow;
import dev.moka.hub.console.view.Status;
import dev.moka.hub.console.view.Tone;
import dev.moka.hub.notebook.InstanceDetails;
import dev.moka.hub.notebook.InstanceKey;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The kernels of an instance, put into words.
final class KernelViews {
    private final Function<InstanceKey, List<RunningKernel>> kernels;

    KernelViews(Function<InstanceKey, List<RunningKernel>> kernels) {
        this.kernels = kernels;
    }

    List<KernelRow> of(InstanceDetails details, Moments moments) {
        if (!details.instance().inService()) {
            return List.of();
        }
        double limit = details.allotment().memoryMib() * 1024.0 * 1024;
        return kernels.apply(details.instance().key()).stream()
                .sorted(Comparator.comparing(RunningKernel::notebook))
                .map(kernel -> row(kernel, limit, moments))
                .toList();
    }

    private static KernelRow row(RunningKernel kernel, double limit, Moments moments) {
        return new KernelRow(
                kernel.notebook().isEmpty() ? "without a notebook" : kernel.notebook(),
                kernel.name().equals("java") ? "Java" : kernel.name(),
                new Status(kernel.state(), tone(kernel.state()), ""),
                memory(kernel, limit),
                moments.ago(kernel.lastActivity()));
    }

    private static Tone tone(String state) {
        return switch (state) {
            case "idle" -> Tone.OK;
            case "dead" -> Tone.BAD;
            default -> Tone.WAIT;
        };
    }

    private static @Nullable Gauge memory(RunningKernel kernel, double limit) {
        double used = kernel.memoryBytes();
        return used < 0 ? null : Gauge.use(used, limit, Words.gib(used) + " GiB");
    }
}
