package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.api.JavacTaskImpl;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCAssign;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCExpressionStatement;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.TreeMaker;
import com.sun.tools.javac.tree.TreeScanner;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Names;
import dev.moka.kernel.engine.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One pass of the compiler over one range of a cell.
final class Compilation {
    private final JavacTaskImpl task;
    private final Context context;
    private final CellFiles files;
    private final Internals internals;
    private final Problems problems;
    private final UnitFile file;

    Compilation(
            JavacTaskImpl task,
            CellFiles files,
            Internals internals,
            Problems problems,
            UnitFile file) {
        this.task = task;
        this.context = task.getContext();
        this.files = files;
        this.internals = internals;
        this.problems = problems;
        this.file = file;
    }

    /// @param range of the cell; the first one when absent
    Compiled compile(
            Source cell,
            Session session,
            Optional<Range> range,
            Set<Key> moved,
            Map<Snippet, Demotion> demotions) {
        Reading reading = Reading.of(context, file, problems);
        if (reading.form() == Reading.Form.UNFINISHED) {
            return new Compiled.Rejected(List.of(Errors.unfinished(cell.code())));
        }
        reading.rejectReturns(file, problems);
        if (!problems.isEmpty()) {
            return new Compiled.Rejected(Errors.of(problems.found(), file));
        }
        List<Range> ranges =
                range.map(List::of)
                        .orElseGet(() ->
                                Ranges.of(
                                        reading.pieces(),
                                        name -> session.variable(name).isPresent(),
                                        cell.code().length()));
        List<Piece> pieces = reading.pieces().stream().filter(ranges.getFirst()::contains).toList();
        Plan plan = new Plan(cell, pieces, session, moved, demotions);
        Units units = new Units(context, plan);
        units.build(file, reading.parser());
        Compiled result = attribute(plan, units, ranges.subList(1, ranges.size()));
        boolean keeps = result instanceof Compiled.Ready && keeps(plan);
        new CellSymbols(context, files)
                .replace(units, keeps ? ((Compiled.Ready) result).classes() : List.of());
        return result;
    }

    private static boolean keeps(Plan plan) {
        return !plan.own().isEmpty()
                || !plan.again().isEmpty()
                || !plan.resets().isEmpty()
                || plan.pieces().stream().anyMatch(Piece.Variable.class::isInstance);
    }

    private Compiled attribute(Plan plan, Units units, List<Range> rest) {
        task.enter(units.all());
        Optional<Key> moved = new Fields(context, internals, plan, units).resolve();
        if (moved.isPresent()) {
            return new Compiled.Again(moved.get());
        }
        task.analyze();
        checkVariables(units);
        if (!problems.isEmpty()) {
            return new Compiled.Failed(problems.found(), plan);
        }
        Optional<String> type = units.last().flatMap(last -> takeValue(last, units));
        remember(plan, units);
        openTypes(units);
        task.generate();
        if (!problems.isEmpty()) {
            return new Compiled.Rejected(Errors.of(problems.found(), file));
        }
        return new Compiled.Ready(
                files.takeWritten(),
                CellNames.full(plan.holder()),
                type,
                plan.after(),
                plan.notes(),
                rest);
    }

    /// What javac would say of local variables, which it does not of fields.
    private void checkVariables(Units units) {
        for (Field field : units.fields()) {
            int at = field.tree().pos;
            if (field.isInferred() && field.tree().sym.type.isErroneous() && problems.isEmpty()) {
                problems.add(
                        file,
                        at,
                        at + field.name().length(),
                        "cannot infer type for variable %s: its value has no type of its own"
                                .formatted(field.name()));
            }
            units.run()
                    .ifPresent(run ->
                            new TreeScanner() {
                                @Override
                                public void visitIdent(JCIdent tree) {
                                    if (field.tree().sym.equals(tree.sym)
                                            && tree.pos < field.end()) {
                                        problems.add(
                                                file,
                                                tree.pos,
                                                tree.pos + field.name().length(),
                                                "variable %s is used before it is declared"
                                                        .formatted(field.name()));
                                    }
                                }
                            }.scan(run));
        }
    }

    /// Makes the last expression an assignment, unless it is void.
    private Optional<String> takeValue(JCExpressionStatement last, Units units) {
        Type type = last.expr.type;
        if (type.hasTag(TypeTag.VOID)) {
            return Optional.empty();
        }
        Type object = Symtab.instance(context).objectType;
        Symbol field =
                units.run()
                        .orElseThrow()
                        .sym
                        .owner
                        .members()
                        .findFirst(Names.instance(context).fromString(CellNames.RESULT));
        TreeMaker make = TreeMaker.instance(context).at(last.pos);
        JCAssign assignment = make.Assign(make.Ident(field), last.expr);
        assignment.type = object;
        last.expr = assignment;
        return Optional.of(TypeText.full(new TypeText(context).denotable(type)));
    }

    private static void remember(Plan plan, Units units) {
        units.declarations()
                .forEach((declared, tree) -> {
                    Set<Key> uses = new java.util.HashSet<>(Uses.of(tree));
                    uses.remove(declared.snippet().key());
                    plan.after().put(declared.with(uses));
                });
        for (Field field : units.fields()) {
            Type type = field.tree().sym.type;
            plan.after()
                    .put(
                            new SessionVariable(
                                    field.name(),
                                    TypeText.full(type),
                                    field.holder(),
                                    Uses.of(type)));
        }
    }

    /// Makes top-level types and their constructors public, for libraries that use them by
    /// reflection. After the checks, as a compact constructor need not say `public`.
    private void openTypes(Units units) {
        for (JCTree tree : units.declarations().values()) {
            if (tree instanceof JCClassDecl type) {
                open(type.sym);
                Names names = Names.instance(context);
                ClassSymbol owner = type.sym;
                owner.members().getSymbolsByName(names.init).forEach(Compilation::open);
            }
        }
    }

    private static void open(Symbol symbol) {
        if ((symbol.flags_field & (Flags.PRIVATE | Flags.PROTECTED)) == 0) {
            symbol.flags_field |= Flags.PUBLIC;
        }
    }
}
