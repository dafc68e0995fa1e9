package dev.moka.kernel.engine.javac;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the cells have declared so far.
final class Session {
    private final Map<String, SessionVariable> variables = new LinkedHashMap<>();
    private final List<Declared> declared = new ArrayList<>();
    private final List<ImportLine> imports = new ArrayList<>();
    private int units;

    Session() {}

    /// A copy, to try a change on.
    Session copy() {
        Session copy = new Session();
        copy.variables.putAll(variables);
        copy.declared.addAll(declared);
        copy.imports.addAll(imports);
        copy.units = units;
        return copy;
    }

    int nextUnit() {
        return ++units;
    }

    Collection<SessionVariable> variables() {
        return List.copyOf(variables.values());
    }

    Optional<SessionVariable> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    List<Declared> declared() {
        return List.copyOf(declared);
    }

    List<ImportLine> imports() {
        return List.copyOf(imports);
    }

    boolean declares(Key key) {
        return key.kind() == Key.Kind.VARIABLE
                ? variables.containsKey(key.name())
                : declared.stream().anyMatch(each -> each.snippet().key().equals(key));
    }

    /// The classes that hold what has this key: several for overloads.
    List<String> holders(Key key) {
        if (key.kind() == Key.Kind.VARIABLE) {
            return variable(key.name()).map(SessionVariable::holder).stream().toList();
        }
        return declared.stream()
                .filter(each -> each.snippet().key().equals(key) && each.isCompiled())
                .map(Declared::holder)
                .toList();
    }

    void put(SessionVariable variable) {
        variables.remove(variable.name());
        variables.put(variable.name(), variable);
    }

    void put(Declared fresh) {
        declared.removeIf(each -> fresh.snippet().replaces(each.snippet()));
        declared.add(fresh);
        if (fresh.snippet().key().kind() == Key.Kind.TYPE) {
            imports.removeIf(line ->
                    line.form() == ImportLine.Form.TYPE
                            && line.simpleName().equals(fresh.snippet().key().name()));
        }
    }

    void put(ImportLine line) {
        imports.removeIf(line::replaces);
        imports.add(line);
        if (line.form() == ImportLine.Form.TYPE) {
            Key hidden = Key.type(line.simpleName());
            declared.removeIf(each -> each.snippet().key().equals(hidden));
        }
    }

    /// The methods and types that use something of these, directly or through others, and the keys
    /// of all of it.
    Affected affectedBy(Set<Key> changed) {
        Set<Key> keys = new HashSet<>(changed);
        Set<Declared> found = new HashSet<>();
        Set<SessionVariable> reset = new HashSet<>();
        boolean grew = !keys.isEmpty();
        while (grew) {
            grew = false;
            for (Declared each : declared) {
                if (!found.contains(each) && each.uses().stream().anyMatch(keys::contains)) {
                    found.add(each);
                    keys.add(each.snippet().key());
                    grew = true;
                }
            }
            for (SessionVariable each : variables.values()) {
                if (!reset.contains(each) && each.uses().stream().anyMatch(keys::contains)) {
                    reset.add(each);
                    keys.add(Key.variable(each.name()));
                    grew = true;
                }
            }
        }
        return new Affected(found, reset);
    }

    /// What a change touches.
    ///
    /// @param declarations to be compiled again
    /// @param variables whose types are no longer what they were
    record Affected(Set<Declared> declarations, Set<SessionVariable> variables) {
        Affected {
            declarations = Set.copyOf(declarations);
            variables = Set.copyOf(variables);
        }
    }
}
