package dev.moka.hub.notebook;

/// The steps of a start, in their order.
public enum StartStep {
    /// Is there room on this machine, and how much of the type can be given?
    CAPACITY("Capacity"),
    /// The package set is resolved into the shared cache.
    PACKAGES("Packages"),
    /// The OnCreate script, in the first start only.
    ON_CREATE("OnCreate"),
    /// The OnStart script, in every start.
    ON_START("OnStart"),
    /// Kernels can be started.
    READY("Ready");

    private final String word;

    StartStep(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
