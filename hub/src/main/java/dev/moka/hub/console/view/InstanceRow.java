package dev.moka.hub.console.view;

import org.jspecify.annotations.Nullable;

/// A notebook instance in a table: what, how it is, how big, how full, how long, how much, what
/// next.
public record InstanceRow(
        String owner,
        String name,
        String path,
        String lab,
        String prepared,
        Status status,
        Can can,
        String type,
        String size,
        @Nullable Gauge memory,
        String kernels,
        String runningFor,
        String cost) {

    /// What may be done with it now.
    public record Can(
            boolean open,
            boolean start,
            boolean stop,
            boolean cancel,
            boolean change,
            boolean delete) {}

    /// An id that is unique on the page and stays the same while data changes.
    public String id() {
        return "row-" + Integer.toHexString(path.hashCode());
    }

    /// Whether there is a log worth the first look: something is starting or has failed.
    public boolean showLog() {
        return status.tone() == Tone.WAIT || status.tone() == Tone.BAD;
    }

    /// What the start button says.
    public String startWord() {
        return status.tone() == Tone.BAD ? "Start again" : "Start";
    }
}
