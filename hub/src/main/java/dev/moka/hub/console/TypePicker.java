package dev.moka.hub.console;

import dev.moka.hub.catalog.InstanceType;
import dev.moka.hub.catalog.InstanceTypes;
import dev.moka.hub.console.view.CreateInstancePage.Summary;
import dev.moka.hub.console.view.TypeFamily;
import dev.moka.hub.host.Allotment;
import dev.moka.hub.host.HostCapacity;
import dev.moka.hub.host.HostReading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The instance types to choose from, and what a chosen one gives and costs.
final class TypePicker {
    static final String USUAL = "ml.t3.medium";
    private static final Map<String, String> FAMILIES = families();

    /// `ml.m7i` before `ml.m5`; within a series the order of the catalogue, by size.
    private static final Comparator<InstanceType> NEWEST_FIRST =
            Comparator.comparing(
                    (InstanceType type) -> type.name().substring(0, type.name().lastIndexOf('.')),
                    Comparator.reverseOrder());

    private final InstanceTypes types;
    private final HostCapacity capacity;

    TypePicker(InstanceTypes types, HostCapacity capacity) {
        this.types = types;
        this.capacity = capacity;
    }

    /// The types by family: first those for everyday work.
    List<TypeFamily> families(String chosen) {
        Map<String, List<TypeFamily.Option>> found =
                types.forNotebooks().stream()
                        .sorted(NEWEST_FIRST)
                        .collect(
                                Collectors.groupingBy(
                                        TypePicker::family,
                                        Collectors.mapping(
                                                type -> option(type, chosen),
                                                Collectors.toList())));
        List<String> names = new ArrayList<>(FAMILIES.values());
        found.keySet().stream().sorted().filter(n -> !names.contains(n)).forEach(names::add);
        return names.stream()
                .filter(found::containsKey)
                .map(name -> new TypeFamily(name, found.getOrDefault(name, List.of())))
                .toList();
    }

    /// What a type gives and costs; for an unknown name that of the usual one.
    Summary summary(String name) {
        InstanceType type =
                types.find(name)
                        .filter(InstanceType::forNotebooks)
                        .orElseGet(() -> types.requireForNotebooks(USUAL));
        Allotment allotment = capacity.allot(type);
        return new Summary(
                type.name(),
                Words.size(type.vcpu(), type.memoryGib()),
                String.format(
                        Locale.ROOT,
                        "%d vCPU · %.1f GiB",
                        allotment.cpus(),
                        allotment.memoryMib() / 1024.0),
                type.price().map(Words::hourly).orElse("No price"),
                type.price()
                        .map(TypePicker::day)
                        .orElse("AWS has published no price for this type"),
                allotment.notes());
    }

    /// What this machine has, and what happens to types beyond it.
    String host() {
        HostReading host = capacity.reading();
        return "This machine has %s and %s GiB of memory. Larger types start too, with what is there; the price stays the type’s."
                .formatted(Words.count(host.cpus(), "CPU"), Words.gib((double) host.memoryBytes()));
    }

    private static String family(InstanceType type) {
        boolean burstable = type.name().startsWith("ml.t2.") || type.name().startsWith("ml.t3.");
        return FAMILIES.getOrDefault(burstable ? "burstable" : type.family(), type.family());
    }

    private TypeFamily.Option option(InstanceType type, String chosen) {
        Allotment allotment = capacity.allot(type);
        return new TypeFamily.Option(
                type.name(),
                String.valueOf(type.vcpu()),
                Words.plain(type.memoryGib()),
                type.price().map(hour -> Words.hourly(hour) + " / h").orElse("–"),
                note(type, allotment),
                allotment.capped(),
                type.name().equals(chosen));
    }

    private static String note(InstanceType type, Allotment allotment) {
        List<String> parts = new ArrayList<>();
        if (allotment.cpus() < type.vcpu()) {
            parts.add("%d vCPU".formatted(allotment.cpus()));
        }
        if (allotment.memoryMib() < type.memoryMib()) {
            parts.add(String.format(Locale.ROOT, "%.0f GiB", allotment.memoryMib() / 1024.0));
        }
        if (type.accelerator() != null) {
            parts.add("no GPU");
        }
        return parts.isEmpty() ? "" : "gets " + String.join(", ", parts) + " here";
    }

    private static String day(BigDecimal hour) {
        return "%s for a day of 8 hours; nothing while it is stopped"
                .formatted(Words.usd(hour.multiply(BigDecimal.valueOf(8))));
    }

    private static Map<String, String> families() {
        Map<String, String> families = new LinkedHashMap<>();
        families.put("burstable", "Everyday work");
        families.put("standard", "Standard");
        families.put("compute", "Compute optimised");
        families.put("memory", "Memory optimised");
        families.put("accelerated", "Accelerated, which this machine is not");
        families.put("inference", "Inference chips, which this machine has not");
        families.put("storage", "Storage optimised");
        return families;
    }
}
