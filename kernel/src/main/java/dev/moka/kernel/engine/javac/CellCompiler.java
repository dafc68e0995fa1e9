package dev.moka.kernel.engine.javac;

import dev.moka.kernel.engine.CompileError;
import dev.moka.kernel.engine.Source;
import dev.moka.kernel.engine.javac.PooledCompiler.CompilerFailure;
import dev.moka.kernel.engine.javac.Problems.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compiles cells. Where a declaration refers to something that is not declared, it compiles the
/// cell once more without that declaration's bodies, so that they may follow later.
final class CellCompiler {
    private static final int ATTEMPTS = 12;

    private final PooledCompiler compiler;
    private final CellFiles files;
    private final Internals internals;

    CellCompiler(PooledCompiler compiler, CellFiles files, Internals internals) {
        this.compiler = compiler;
        this.files = files;
        this.internals = internals;
    }

    /// @param range of the cell; the first one when absent
    Compiled compile(Source cell, Session session, Optional<Range> range) {
        UnitFile file = new UnitFile(cell.name(), cell.code());
        Set<Key> moved = new HashSet<>();
        Map<Snippet, Demotion> demotions = new HashMap<>();
        List<CompileError> first = new ArrayList<>();
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Compiled result = attempt(cell, file, session, range, moved, demotions);
                switch (result) {
                    case Compiled.Ready _, Compiled.Rejected _ -> {
                        return result;
                    }
                    case Compiled.Again again -> moved.add(again.changed());
                    case Compiled.Failed failed -> {
                        if (first.isEmpty()) {
                            first.addAll(Errors.of(failed.problems(), file));
                        }
                        if (!demote(failed, file, demotions)) {
                            return new Compiled.Rejected(first);
                        }
                    }
                }
            }
            return new Compiled.Rejected(first);
        } catch (CompilerFailure e) {
            return new Compiled.Rejected(List.of(e.error(cell.code())));
        }
    }

    private Compiled attempt(
            Source cell,
            UnitFile file,
            Session session,
            Optional<Range> range,
            Set<Key> moved,
            Map<Snippet, Demotion> demotions) {
        Problems problems = new Problems();
        return compiler.run(
                file,
                problems,
                task ->
                        new Compilation(task, files, internals, problems, file)
                                .compile(cell, session, range, moved, demotions));
    }

    /// Lets declarations wait that have errors for which they may.
    ///
    /// @return whether all errors are such
    private static boolean demote(
            Compiled.Failed failed, UnitFile file, Map<Snippet, Demotion> demotions) {
        Plan plan = failed.plan();
        Map<Snippet, List<Problem>> problems = new LinkedHashMap<>();
        for (Problem problem : failed.problems()) {
            @Nullable Snippet snippet =
                    plan.at(
                            file.equals(problem.file()) ? null : problem.file(),
                            file.equals(problem.file()) ? problem.start() : -1);
            if (snippet == null || (plan.isOwn(snippet) && !problem.isMissing())) {
                return false;
            }
            problems.computeIfAbsent(snippet, _ -> new ArrayList<>()).add(problem);
        }
        problems.forEach((snippet, found) -> {
            Optional<Demotion> before = Optional.ofNullable(demotions.get(snippet));
            demotions.put(snippet, Demotion.of(found, before, names(plan, snippet)));
        });
        return true;
    }

    /// What a declaration that compiled before waits for: what it uses to be other again.
    private static Set<String> names(Plan plan, Snippet snippet) {
        Set<String> names = new HashSet<>();
        for (Declared each : plan.before().declared()) {
            if (each.snippet().equals(snippet)) {
                each.uses().forEach(key -> names.add(key.name()));
            }
        }
        names.add(snippet.key().name());
        return names;
    }
}
