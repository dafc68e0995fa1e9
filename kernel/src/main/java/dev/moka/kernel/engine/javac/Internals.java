package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.comp.Attr;
import com.sun.tools.javac.comp.AttrContext;
import com.sun.tools.javac.comp.DeferredAttr;
import com.sun.tools.javac.comp.Env;
import com.sun.tools.javac.tree.JCTree;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;

/// The two places of javac that are reached by reflection, as they are not public.
final class Internals {
    private static final String RESULT_INFO = "com.sun.tools.javac.comp.Attr$ResultInfo";

    private final MethodHandle attribSpeculative;
    private final VarHandle unknownExpression;

    private Internals(MethodHandle attribSpeculative, VarHandle unknownExpression) {
        this.attribSpeculative = attribSpeculative;
        this.unknownExpression = unknownExpression;
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
                        .findVarHandle(Attr.class, "unknownExprInfo", resultInfo));
    }

    /// Attributes a copy of an expression, which leaves no trace and reports no errors.
    ///
    /// @return the copy
    JCTree attribute(DeferredAttr speculative, Attr attr, JCTree tree, Env<AttrContext> env) {
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
