package dev.moka.hub.console;

import dev.moka.hub.errors.ValidationException;
import dev.moka.hub.notebook.LifecycleConfigs;

/// What holds for a lifecycle script, said at its own editor.
final class Scripts {
    private Scripts() {}

    static Integer requireLength(int length) {
        if (length > LifecycleConfigs.LONGEST_SCRIPT) {
            throw new ValidationException(
                    "%,d characters are too many; at most %,d are allowed. Put what is longer into a file that the script fetches"
                            .formatted(length, LifecycleConfigs.LONGEST_SCRIPT));
        }
        return length;
    }
}
