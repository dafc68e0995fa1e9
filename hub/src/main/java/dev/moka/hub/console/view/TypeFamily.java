package dev.moka.hub.console.view;

import java.util.List;
import java.util.Locale;

/// Instance types of one family, as offered by the picker.
public record TypeFamily(String name, List<Option> options) {

    public TypeFamily {
        options = List.copyOf(options);
    }

    /// One instance type that can be picked.
    public record Option(
            String name,
            String vcpu,
            String memory,
            String price,
            String note,
            boolean capped,
            boolean chosen) {

        /// What the search finds it by.
        public String words() {
            return "%s %svcpu %sgib %s"
                    .formatted(name, vcpu, memory, price)
                    .toLowerCase(Locale.ROOT);
        }
    }
}
