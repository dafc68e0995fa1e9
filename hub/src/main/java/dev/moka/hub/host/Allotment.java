package dev.moka.hub.host;

import java.util.List;

/// What an instance really gets of its type on this machine.
///
/// @param notes sentences that say what of the type is not given, empty when all of it is
public record Allotment(int cpus, int memoryMib, List<String> notes) {

    public Allotment {
        notes = List.copyOf(notes);
    }

    public boolean capped() {
        return !notes.isEmpty();
    }
}
