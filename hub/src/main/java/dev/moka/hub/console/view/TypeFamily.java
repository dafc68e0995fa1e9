package dev.moka.hub.console.view;

import java.util.List;

/// Instance types of one family, as offered by the picker.
public record TypeFamily(String name, List<Option> options) {

    public TypeFamily {
        options = List.copyOf(options);
    }

    /// One instance type that can be picked.
    public record Option(String name, String vcpu, String memory, String price, String note, boolean capped, boolean chosen) {}
}
