package dev.moka.kernel.engine.javac;

import java.util.Set;

/// A variable of the session.
///
/// @param type in source form, with packages
/// @param holder the class whose static field it is
/// @param uses the types of cells in its type
record SessionVariable(String name, String type, String holder, Set<Key> uses) {
    SessionVariable {
        uses = Set.copyOf(uses);
    }
}
