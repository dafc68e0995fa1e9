package dev.moka.hub.console.view;

import java.util.List;

/// The form that makes a notebook instance.
public record CreateInstancePage(
        Frame frame,
        Form form,
        boolean nameIsGood,
        List<String> suggestions,
        List<TypeFamily> families,
        List<Choice> lifecycleConfigs,
        List<Choice> packageSets,
        Summary summary,
        String host) {

    /// An option of a drop-down.
    public record Choice(String value, String words, boolean chosen) {}

    /// What will be made, in words, with its price.
    public record Summary(String name, String type, String size, String prepared, String packages, String hour, String month, String cap) {}

    public CreateInstancePage {
        suggestions = List.copyOf(suggestions);
        families = List.copyOf(families);
        lifecycleConfigs = List.copyOf(lifecycleConfigs);
        packageSets = List.copyOf(packageSets);
    }
}
