package dev.moka.kernel.engine.javac;

import dev.moka.kernel.engine.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/// What one compilation compiles: the pieces of a cell, and what of earlier cells must be compiled
/// again because of them.
final class Plan {
    private final Source cell;
    private final Session before;
    private final Session after;
    private final int unit;
    private final List<Piece> pieces;
    private final Map<Snippet, Demotion> demotions;
    private final Map<Piece, Declared> own = new LinkedHashMap<>();
    private final List<Declared> again = new ArrayList<>();
    private final List<SessionVariable> resets = new ArrayList<>();
    private final Map<JavaFileObject, Snippet> files = new LinkedHashMap<>();
    private final Set<String> undecided = new HashSet<>();
    private final boolean importsAnew;
    private int parts;

    /// @param moved variables whose type changes
    /// @param demotions what is known not to compile
    Plan(
            Source cell,
            List<Piece> pieces,
            Session before,
            Set<Key> moved,
            Map<Snippet, Demotion> demotions) {
        this.cell = cell;
        this.pieces = List.copyOf(pieces);
        this.before = before;
        this.demotions = Map.copyOf(demotions);
        unit = before.nextUnit();
        after = before.copy();
        importsAnew =
                pieces.stream()
                        .filter(Piece.Import.class::isInstance)
                        .anyMatch(line -> !before.imports().contains(ImportLine.of(line.tree())));
        declareOwn();
        compileAgain(moved);
    }

    private void declareOwn() {
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Import line -> after.put(ImportLine.of(line.tree()));
                case Piece.Type type ->
                        declareOwn(piece, Snippet.of(type.tree(), cell, piece), holder());
                case Piece.Method method ->
                        declareOwn(piece, Snippet.of(method.tree(), cell, piece), nextPart());
                case Piece.Variable variable -> declare(variable.tree().name.toString());
                case Piece.Statement _, Piece.Expression _ -> {}
            }
        }
    }

    /// What is declared again as it was stays what it is: objects of a class keep their class when
    /// its cell is run once more.
    private void declareOwn(Piece piece, Snippet snippet, String holder) {
        boolean known =
                !importsAnew
                        && before.declared().stream()
                                .anyMatch(each ->
                                        !each.isWaiting() && snippet.isSame(each.snippet()));
        if (!known) {
            own.put(piece, declare(snippet, holder));
        }
    }

    private void declare(String variable) {
        if (before.variable(variable).isPresent()) {
            undecided.add(variable);
        } else if (!variable.isEmpty()) {
            after.put(new SessionVariable(variable, "", holder(), Set.of()));
        }
    }

    private Declared declare(Snippet snippet, String holder) {
        Demotion demotion = demotions.get(snippet);
        Declared declared =
                demotion == null
                        ? new Declared(snippet, holder, Set.of(), Set.of(), "")
                        : new Declared(
                                snippet,
                                demotion.absent() ? "" : holder,
                                Set.of(),
                                demotion.missing(),
                                demotion.reason());
        after.put(declared);
        return declared;
    }

    private void compileAgain(Set<Key> moved) {
        if (own.isEmpty()
                && moved.isEmpty()
                && before.declared().stream().noneMatch(Declared::isWaiting)) {
            return;
        }
        Set<Key> changed = new HashSet<>(moved);
        own.values().stream()
                .map(declared -> declared.snippet().key())
                .filter(before::declares)
                .forEach(changed::add);
        Set<Declared> found = new LinkedHashSet<>();
        addReady(found);
        found.forEach(each -> changed.add(each.snippet().key()));
        Session.Affected affected = before.affectedBy(changed);
        found.addAll(affected.declarations());
        for (Declared each : found) {
            if (own.values().stream()
                    .noneMatch(fresh -> fresh.snippet().replaces(each.snippet()))) {
                again.add(declare(each.snippet(), nextPart()));
            }
        }
        for (SessionVariable each : affected.variables()) {
            if (!declaredVariables().contains(each.name())) {
                SessionVariable reset =
                        new SessionVariable(each.name(), each.type(), nextPart(), each.uses());
                resets.add(reset);
                after.put(reset);
            }
        }
    }

    /// What waits for something that is declared here, and what waits for that in turn.
    private void addReady(Set<Declared> found) {
        boolean imports = pieces.stream().anyMatch(Piece.Import.class::isInstance);
        Set<String> names = new HashSet<>(declaredVariables());
        own.values().forEach(each -> names.add(each.snippet().key().name()));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Declared each : before.declared()) {
                boolean ready = imports || each.missing().stream().anyMatch(names::contains);
                if (each.isWaiting() && ready && found.add(each)) {
                    names.add(each.snippet().key().name());
                    grew = true;
                }
            }
        }
    }

    private Set<String> declaredVariables() {
        Set<String> names = new HashSet<>();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Variable variable) {
                names.add(variable.tree().name.toString());
            }
        }
        return names;
    }

    /// Whether all that a change of this key touches is compiled here.
    boolean covers(Key changed) {
        Session.Affected affected = before.affectedBy(Set.of(changed));
        return affected.declarations().stream().allMatch(each -> isCompiled(each.snippet()))
                && affected.variables().stream()
                        .allMatch(each ->
                                declaredVariables().contains(each.name())
                                        || resets.stream()
                                                .anyMatch(
                                                        reset -> reset.name().equals(each.name())));
    }

    private boolean isCompiled(Snippet snippet) {
        return again.stream().anyMatch(each -> each.snippet().equals(snippet))
                || own.values().stream().anyMatch(each -> each.snippet().replaces(snippet));
    }

    /// The main class.
    String holder() {
        return CellNames.cell(unit);
    }

    String nextPart() {
        return CellNames.part(unit, parts++);
    }

    Source cell() {
        return cell;
    }

    List<Piece> pieces() {
        return pieces;
    }

    /// What the cell's declarations become.
    Map<Piece, Declared> own() {
        return own;
    }

    /// What is compiled again.
    List<Declared> again() {
        return again;
    }

    /// Variables that lose their value, as their type is another now.
    List<SessionVariable> resets() {
        return resets;
    }

    /// Variables that were declared before, in what may be another type.
    Set<String> undecided() {
        return undecided;
    }

    Session before() {
        return before;
    }

    /// The session with all this.
    Session after() {
        return after;
    }

    void isCompiledFrom(JavaFileObject file, Snippet snippet) {
        files.put(file, snippet);
    }

    /// The declaration that a position in a file belongs to.
    @Nullable Snippet at(@Nullable JavaFileObject file, int position) {
        if (file != null && files.containsKey(file)) {
            return files.get(file);
        }
        for (Map.Entry<Piece, Declared> each : own.entrySet()) {
            if (each.getKey().start() <= position && position < each.getKey().end()) {
                return each.getValue().snippet();
            }
        }
        return null;
    }

    /// Whether the declaration is one of the cell's own.
    boolean isOwn(Snippet snippet) {
        return own.values().stream().anyMatch(each -> each.snippet().equals(snippet));
    }

    Map<Snippet, Demotion> demotions() {
        return demotions;
    }

    /// What to tell the person.
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (Declared each : after.declared()) {
            boolean news =
                    before.declared().stream()
                            .noneMatch(
                                    old -> old.isWaiting() && old.snippet().equals(each.snippet()));
            if (each.isWaiting() && news) {
                notes.add(each.note());
            }
        }
        for (SessionVariable each : resets) {
            notes.add(
                    "variable %s has lost its value, as its type was declared again"
                            .formatted(each.name()));
        }
        return notes;
    }
}
