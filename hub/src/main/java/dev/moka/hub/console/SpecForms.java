package dev.moka.hub.console;

import dev.moka.hub.catalog.InstanceType;
import dev.moka.hub.catalog.InstanceTypes;
import dev.moka.hub.console.view.Choice;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.notebook.InstanceSpec;
import dev.moka.hub.notebook.LifecycleConfig;
import dev.moka.hub.notebook.LifecycleConfigs;
import dev.moka.hub.notebook.PackageCoordinate;
import dev.moka.hub.notebook.PackageSet;
import dev.moka.hub.notebook.PackageSets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The part of a form that says what an instance is to be: its type, and what prepares it.
final class SpecForms {
    private final InstanceTypes types;
    private final LifecycleConfigs configs;
    private final PackageSets sets;

    SpecForms(InstanceTypes types, LifecycleConfigs configs, PackageSets sets) {
        this.types = types;
        this.configs = configs;
        this.sets = sets;
    }

    /// The specification, unless a field is wrong.
    Optional<InstanceSpec> read(Caller caller, Fields fields) {
        Optional<InstanceType> type = fields.read("instanceType", types::requireForNotebooks);
        Optional<List<PackageCoordinate>> packages =
                fields.read("packages", PackageCoordinate::parseLines);
        Optional<String> config =
                fields.read(
                        "lifecycleConfig",
                        name -> name.isEmpty() ? name : configs.describe(caller, name).name());
        Optional<String> set =
                fields.read(
                        "packageSet",
                        name -> name.isEmpty() ? name : sets.describe(caller, name).name());
        return type.isPresent() && packages.isPresent() && config.isPresent() && set.isPresent()
                ? Optional.of(
                        new InstanceSpec(
                                type.get().name(),
                                orNull(config.get()),
                                orNull(set.get()),
                                packages.get()))
                : Optional.empty();
    }

    /// The fields that show a specification.
    static Map<String, String> values(InstanceSpec spec) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("instanceType", spec.instanceType());
        values.put("lifecycleConfig", Objects.requireNonNullElse(spec.lifecycleConfig(), ""));
        values.put("packageSet", Objects.requireNonNullElse(spec.packageSet(), ""));
        values.put(
                "packages",
                spec.packages().stream()
                        .map(PackageCoordinate::value)
                        .collect(Collectors.joining("\n")));
        return values;
    }

    List<Choice> lifecycleConfigs(Caller caller, String chosen) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", "None", chosen.isEmpty()));
        for (LifecycleConfig config : configs.list(caller)) {
            String hooks = LifecycleConfigPages.hooks(config);
            choices.add(choice(config.name(), hooks, chosen));
        }
        return choices;
    }

    List<Choice> packageSets(Caller caller, String chosen) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", "None", chosen.isEmpty()));
        for (PackageSet set : sets.list(caller)) {
            String count = Words.count(set.coordinates().size(), "package");
            choices.add(choice(set.name(), count, chosen));
        }
        return choices;
    }

    private static Choice choice(String name, String more, String chosen) {
        return new Choice(name, name + " (" + more + ")", name.equals(chosen));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
