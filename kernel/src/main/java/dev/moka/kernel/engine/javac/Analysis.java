package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeScanner;
import com.sun.tools.javac.util.Context;
import dev.moka.kernel.engine.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Attributes unfinished code and looks at a place in it. Nothing of it is compiled or kept.
final class Analysis {
    private final PooledCompiler compiler;
    private final CellFiles files;
    private final Internals internals;

    Analysis(PooledCompiler compiler, CellFiles files, Internals internals) {
        this.compiler = compiler;
        this.files = files;
        this.internals = internals;
    }

    /// A place in attributed code.
    ///
    /// @param path the trees around it, the innermost last
    record Place(Context context, Session session, List<JCTree> path) {
        Place {
            path = List.copyOf(path);
        }

        JCTree tree() {
            return path.getLast();
        }
    }

    /// @param wanted the tree to look for; the last one found counts
    /// @param look what to do with it while the compiler has it
    <T> Optional<T> at(
            Session session, String code, Predicate<JCTree> wanted, Function<Place, T> look) {
        Source source = new Source("completion", code);
        UnitFile file = new UnitFile(source.name(), code);
        Problems problems = new Problems();
        try {
            return compiler.run(
                    file,
                    problems,
                    task -> {
                        Context context = task.getContext();
                        Reading reading = Reading.of(context, file, problems);
                        Plan plan =
                                new Plan(
                                        source,
                                        distinct(reading.pieces()),
                                        session.copy(),
                                        Set.of(),
                                        Map.of());
                        Units units = new Units(context, plan);
                        units.build(file, reading.parser());
                        task.enter(units.all());
                        var _ = new Fields(context, internals, plan, units).resolve();
                        task.analyze();
                        Optional<T> found =
                                path(units, wanted)
                                        .map(path ->
                                                look.apply(new Place(context, plan.after(), path)));
                        new CellSymbols(context, files).replace(units, List.of());
                        return found;
                    });
        } catch (PooledCompiler.CompilerFailure _) {
            return Optional.empty();
        }
    }

    /// How well code can be read.
    Reading.Form read(String code) {
        UnitFile file = new UnitFile("completion", code);
        Problems problems = new Problems();
        return compiler.run(
                file, problems, task -> Reading.of(task.getContext(), file, problems).form());
    }

    /// One compilation takes a name once: the last declaration counts.
    private static List<Piece> distinct(List<Piece> pieces) {
        List<Piece> kept = new ArrayList<>(pieces);
        for (int i = 0; i < pieces.size(); i++) {
            List<Piece> after = pieces.subList(i + 1, pieces.size());
            if (pieces.get(i) instanceof Piece.Variable variable
                    && after.stream()
                            .anyMatch(other ->
                                    other instanceof Piece.Variable later
                                            && later.tree().name.equals(variable.tree().name))) {
                kept.remove(variable);
            }
        }
        return kept;
    }

    private static Optional<List<JCTree>> path(Units units, Predicate<JCTree> wanted) {
        List<JCTree> path = new ArrayList<>();
        List<JCTree> found = new ArrayList<>();
        new TreeScanner() {
            @Override
            public void scan(JCTree tree) {
                if (tree == null) {
                    return;
                }
                path.add(tree);
                if (wanted.test(tree)) {
                    found.clear();
                    found.addAll(path);
                }
                super.scan(tree);
                path.removeLast();
            }
        }.scan(units.all().getFirst());
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }
}
