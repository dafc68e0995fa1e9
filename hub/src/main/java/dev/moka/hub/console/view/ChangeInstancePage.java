package dev.moka.hub.console.view;

import java.util.List;

/// The form that changes the type, lifecycle config or packages of a stopped instance.
public record ChangeInstancePage(
        Frame frame,
        String name,
        String path,
        Form form,
        List<TypeFamily> families,
        List<Choice> lifecycleConfigs,
        List<Choice> packageSets) {

    public ChangeInstancePage {
        families = List.copyOf(families);
        lifecycleConfigs = List.copyOf(lifecycleConfigs);
        packageSets = List.copyOf(packageSets);
    }
}
