package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.tree.TreeScanner;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds which declarations of cells an attributed tree refers to: by what names were resolved to,
/// not by the names.
final class Uses extends TreeScanner {
    private final Set<Key> found = new HashSet<>();

    private Uses() {}

    static Set<Key> of(JCTree tree) {
        Uses uses = new Uses();
        uses.scan(tree);
        return uses.found;
    }

    static Set<Key> of(Type type) {
        Uses uses = new Uses();
        uses.addType(type);
        return uses.found;
    }

    private void addType(Type type) {
        add(type.tsym);
        type.getTypeArguments().forEach(this::addType);
        if (type instanceof Type.ArrayType array) {
            addType(array.elemtype);
        }
        if (type instanceof Type.WildcardType wildcard && wildcard.type != null) {
            addType(wildcard.type);
        }
    }

    @Override
    public void visitIdent(JCIdent tree) {
        add(tree.sym);
    }

    @Override
    public void visitSelect(JCFieldAccess tree) {
        add(tree.sym);
        super.visitSelect(tree);
    }

    @Override
    public void visitReference(JCMemberReference tree) {
        add(tree.sym);
        super.visitReference(tree);
    }

    @Override
    public void visitNewClass(JCNewClass tree) {
        add(tree.constructor);
        super.visitNewClass(tree);
    }

    private void add(@Nullable Symbol symbol) {
        if (symbol != null) {
            key(symbol).ifPresent(found::add);
        }
    }

    /// The class around it that is in no other, or itself.
    private static Symbol holder(Symbol symbol) {
        Symbol at = symbol;
        while (at.owner != null && at.owner.kind != Kind.PCK) {
            at = at.owner;
        }
        return at;
    }

    private static Optional<Key> key(Symbol symbol) {
        Symbol holder = holder(symbol);
        if (symbol.equals(holder) || !CellNames.isCell(holder.flatName().toString())) {
            return Optional.empty();
        }
        if (holder.equals(symbol.owner)) {
            switch (symbol.kind) {
                case VAR -> {
                    return Optional.of(Key.variable(symbol.name.toString()));
                }
                case MTH -> {
                    return Optional.of(Key.method(symbol.name.toString()));
                }
                default -> {}
            }
        }
        Symbol type = symbol;
        while (type.owner != null && !type.owner.equals(holder)) {
            type = type.owner;
        }
        return type instanceof ClassSymbol
                ? Optional.of(Key.type(type.name.toString()))
                : Optional.empty();
    }
}
