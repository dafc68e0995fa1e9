package dev.moka.hub.console.view;

import java.util.List;
import java.util.Locale;

/// The editor of a lifecycle config.
public record LifecycleConfigPage(
        Frame frame,
        String heading,
        String action,
        boolean isNew,
        boolean mine,
        boolean canShare,
        Form form,
        List<Link> usedBy,
        List<ScriptTemplate> templates,
        String limit) {

    public LifecycleConfigPage {
        usedBy = List.copyOf(usedBy);
        templates = List.copyOf(templates);
    }

    /// How many characters a script has now.
    public String count(String field) {
        return String.format(Locale.ROOT, "%,d", form.value(field).length());
    }
}
