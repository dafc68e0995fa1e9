package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.comp.Enter;
import com.sun.tools.javac.comp.MemberEnter;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCCompilationUnit;
import com.sun.tools.javac.tree.JCTree.JCNewArray;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.List;
import com.sun.tools.javac.util.Names;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the types of a cell's variables once its declarations are entered, and for a variable that
/// was declared before in the same type the field that it has already: what refers to it then stays
/// as it is.
final class Fields {
    private final Context context;
    private final Internals internals;
    private final Plan plan;
    private final Units units;
    private final Symtab symbols;
    private final Names names;
    private final Types types;
    private final TypeText typeText;

    Fields(Context context, Internals internals, Plan plan, Units units) {
        this.context = context;
        this.internals = internals;
        this.plan = plan;
        this.units = units;
        this.symbols = Symtab.instance(context);
        this.names = Names.instance(context);
        this.types = Types.instance(context);
        this.typeText = new TypeText(context);
    }

    /// Does it.
    ///
    /// @return a variable whose new type concerns declarations that are not in the plan
    Optional<Key> resolve() {
        for (Field field : units.fields()) {
            Optional<SessionVariable> before = plan.before().variable(field.name());
            boolean apart = !field.holder().equals(plan.holder());
            JCCompilationUnit cell = units.all().getFirst();
            if (before.isPresent() && apart) {
                importInto(cell, before.get().holder(), field.name());
            }
            if (field.isInferred()) {
                infer(field);
                field.tree().vartype =
                        units.builder().make().at(field.tree().pos).Type(field.tree().sym.type);
            }
            if (before.isEmpty()) {
                continue;
            }
            if (isSame(field, before.get())) {
                reuse(field, before.get());
            } else {
                Key key = Key.variable(field.name());
                if (!plan.covers(key)) {
                    return Optional.of(key);
                }
                plan.after()
                        .put(
                                new SessionVariable(
                                        field.name(), "", field.holder(), before.get().uses()));
            }
            for (JCCompilationUnit unit : units.all()) {
                if (!unit.equals(cell) || !apart) {
                    importInto(unit, field.holder(), field.name());
                }
            }
        }
        return Optional.empty();
    }

    private void infer(Field field) {
        boolean bareArray = field.initial() instanceof JCNewArray array && array.elemtype == null;
        if (field.initial() == null || bareArray) {
            return;
        }
        Symbol owner = field.tree().sym.owner;
        var env =
                MemberEnter.instance(context)
                        .getInitEnv(
                                field.tree(), Enter.instance(context).getEnv((ClassSymbol) owner));
        JCTree attributed = internals.attribute(context, field.initial(), env);
        Type type = attributed.type;
        if (isUsable(type)) {
            field.tree().sym.type = typeText.denotable(type);
        }
    }

    private static boolean isUsable(@Nullable Type type) {
        return type != null
                && !type.isErroneous()
                && !type.hasTag(TypeTag.VOID)
                && !type.hasTag(TypeTag.BOT)
                && !type.hasTag(TypeTag.NONE);
    }

    private boolean isSame(Field field, SessionVariable before) {
        Symbol earlier = member(before.holder(), field.name());
        boolean stillThere =
                plan.resets().stream().noneMatch(each -> each.name().equals(before.name()));
        return stillThere
                && earlier != null
                && !field.tree().sym.type.isErroneous()
                && types.isSameType(earlier.type, field.tree().sym.type)
                && earlier.flags() == field.tree().sym.flags();
    }

    private void reuse(Field field, SessionVariable before) {
        Symbol symbol = field.tree().sym;
        symbol.owner.members().remove(symbol);
        for (JCCompilationUnit unit : units.all()) {
            for (JCTree tree : unit.defs) {
                if (tree instanceof JCClassDecl holder) {
                    holder.defs = List.filter(holder.defs, field.tree());
                }
            }
        }
        units.builder().make().at(field.tree().pos);
        field.reuse(before.holder(), units.builder().qualified(CellNames.full(before.holder())));
    }

    private void importInto(JCCompilationUnit unit, String holder, String name) {
        unit.namedImportScope.importByName(
                types,
                holder(holder).members(),
                names.fromString(name),
                (_, symbol) -> symbol.isStatic(),
                units.builder().importStatic(holder, name),
                (_, _) -> {});
    }

    private ClassSymbol holder(String name) {
        return symbols.enterClass(symbols.unnamedModule, names.fromString(CellNames.full(name)));
    }

    private @Nullable Symbol member(String holder, String name) {
        return holder(holder)
                .members()
                .findFirst(
                        names.fromString(name),
                        symbol -> symbol.kind == com.sun.tools.javac.code.Kinds.Kind.VAR);
    }
}
