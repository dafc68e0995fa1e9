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

    /// What the chosen type gives and costs.
    public record Summary(
            String type, String size, String gets, String hour, String month, List<String> caps) {

        public Summary {
            caps = List.copyOf(caps);
        }
    }

    public CreateInstancePage {
        suggestions = List.copyOf(suggestions);
        families = List.copyOf(families);
        lifecycleConfigs = List.copyOf(lifecycleConfigs);
        packageSets = List.copyOf(packageSets);
    }
}
