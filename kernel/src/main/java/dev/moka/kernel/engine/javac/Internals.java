package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.code.Lint;
import com.sun.tools.javac.comp.Attr;
import com.sun.tools.javac.comp.AttrContext;
import com.sun.tools.javac.comp.DeferredAttr;
import com.sun.tools.javac.comp.Env;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.util.Context;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;

/// The three places of javac that are reached by reflection, as they are not public.
final class Internals {
    private static final String RESULT_INFO = "com.sun.tools.javac.comp.Attr$ResultInfo";

    private final MethodHandle attribSpeculative;
    private final VarHandle unknownExpression;
    private final VarHandle lint;

    private Internals(MethodHandle attribSpeculative, VarHandle unknownExpression, VarHandle lint) {
        this.attribSpeculative = attribSpeculative;
        this.unknownExpression = unknownExpression;
        this.lint = lint;
    }

    /// @throws ReflectiveOperationException when this JDK's compiler is another
    static Internals find() throws ReflectiveOperationException {
        Class<?> resultInfo = Class.forName(RESULT_INFO);
        MethodHandles.Lookup own = MethodHandles.lookup();
        return new Internals(
                MethodHandles.privateLookupIn(DeferredAttr.class, own)
                        .findVirtual(
                                DeferredAttr.class,
                                "attribSpeculative",
                                MethodType.methodType(
                                        JCTree.class, JCTree.class, Env.class, resultInfo)),
                MethodHandles.privateLookupIn(Attr.class, own)
                        .findVarHandle(Attr.class, "unknownExprInfo", resultInfo),
                MethodHandles.privateLookupIn(AttrContext.class, own)
                        .findVarHandle(AttrContext.class, "lint", Lint.class));
    }

    /// Attributes a copy of an expression, which leaves no trace and reports no errors.
    ///
    /// @return the copy
    JCTree attribute(Context context, JCTree tree, Env<AttrContext> env) {
        DeferredAttr speculative = DeferredAttr.instance(context);
        Attr attr = Attr.instance(context);
        // Before a class is attributed its environment has none, which a lambda's parameter asks
        // for.
        if (lint.get(env.info) == null) {
            lint.set(env.info, Lint.instance(context));
        }
        try {
            return (JCTree)
                    attribSpeculative.invoke(speculative, tree, env, unknownExpression.get(attr));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
