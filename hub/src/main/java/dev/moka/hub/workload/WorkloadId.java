package dev.moka.hub.workload;

import java.util.regex.Pattern;

/// The name of a workload, chosen by whoever starts it; it is also the name of its folder.
public record WorkloadId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9-]{0,79}");

    public WorkloadId {
        if (!isOne(value)) {
            throw new IllegalArgumentException(
                    "A workload's id '%s' must match %s".formatted(value, FORM));
        }
    }

    public static boolean isOne(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
