package dev.moka.hub.console;

import dev.moka.hub.console.view.InstancePage.Details;
import dev.moka.hub.host.Allotment;
import dev.moka.hub.notebook.InstanceDetails;
import dev.moka.hub.notebook.InstanceSpec;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;

/// What the card beside an instance says.
final class InstanceFacts {
    private InstanceFacts() {}

    static Details of(InstanceDetails details, Moments moments) {
        InstanceSpec spec = details.instance().spec();
        String config = Objects.requireNonNullElse(spec.lifecycleConfig(), "");
        String set = Objects.requireNonNullElse(spec.packageSet(), "");
        int more = spec.packages().size();
        return new Details(
                details.type().price().map(InstanceFacts::price).orElse("price unknown"),
                cap(details.allotment()),
                config,
                "/lifecycle-configs/" + config,
                set,
                "/package-sets/" + set,
                more == 0 ? "" : (set.isEmpty() ? "" : "and ") + Words.count(more, "more package"),
                moments.at(details.instance().createdAt()),
                "instances/%s/work".formatted(details.instance().key()));
    }

    private static String price(BigDecimal hour) {
        return Words.hourly(hour) + " an hour";
    }

    private static String cap(Allotment allotment) {
        return allotment.capped()
                ? String.format(
                        Locale.ROOT,
                        "Gets %d vCPU and %.1f GiB on this machine",
                        allotment.cpus(),
                        allotment.memoryMib() / 1024.0)
                : "";
    }
}
