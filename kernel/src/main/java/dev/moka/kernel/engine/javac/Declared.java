package dev.moka.kernel.engine.javac;

import java.util.Set;

/// A method or type of the session.
///
/// @param holder the class that holds it; empty while it could not be compiled at all
/// @param uses what it refers to
/// @param missing the names that it waits for; when there are any, its bodies throw
/// @param reason why it waits, for example `refers to method late(), which is not declared`
record Declared(Snippet snippet, String holder, Set<Key> uses, Set<String> missing, String reason) {
    Declared {
        uses = Set.copyOf(uses);
        missing = Set.copyOf(missing);
    }

    boolean isWaiting() {
        return !missing.isEmpty();
    }

    boolean isCompiled() {
        return !holder.isEmpty();
    }

    /// For example `method early() can't be used yet: it refers to method late(), which is not
    /// declared`.
    String note() {
        return "%s can't be used yet: it %s".formatted(snippet.description(), reason);
    }

    Declared with(Set<Key> used) {
        return new Declared(snippet, holder, used, missing, reason);
    }
}
