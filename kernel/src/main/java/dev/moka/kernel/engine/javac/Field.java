package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import org.jspecify.annotations.Nullable;

/// A variable on its way to becoming a static field.
final class Field {
    private final JCVariableDecl tree;
    private final @Nullable JCExpression initial;
    private final JCFieldAccess target;
    private final int end;
    private String holder;

    /// @param tree of the field
    /// @param initial the expression that the person wrote
    /// @param target what it is assigned to
    /// @param holder the class of the field
    /// @param end of the declaration in the cell
    Field(
            JCVariableDecl tree,
            @Nullable JCExpression initial,
            JCFieldAccess target,
            String holder,
            int end) {
        this.tree = tree;
        this.initial = initial;
        this.target = target;
        this.holder = holder;
        this.end = end;
    }

    String name() {
        return tree.name.toString();
    }

    JCVariableDecl tree() {
        return tree;
    }

    @Nullable JCExpression initial() {
        return initial;
    }

    String holder() {
        return holder;
    }

    int end() {
        return end;
    }

    boolean isInferred() {
        return tree.declaredUsingVar();
    }

    /// Assigns to the field of an earlier cell instead.
    void reuse(String earlier, JCExpression earlierClass) {
        holder = earlier;
        target.selected = earlierClass;
    }
}
