package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCAnnotatedType;
import com.sun.tools.javac.tree.JCTree.JCArrayTypeTree;
import com.sun.tools.javac.tree.JCTree.JCFieldAccess;
import com.sun.tools.javac.tree.JCTree.JCIdent;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCTypeApply;
import com.sun.tools.javac.tree.JCTree.JCTypeParameter;
import java.util.stream.Collectors;

/// The erased parameter types of a method as they are written, by which a method declared again is
/// told from an overload before anything is attributed.
final class Signature {
    private Signature() {}

    static String of(JCMethodDecl method) {
        return method.params.stream()
                .map(parameter -> erased(parameter.vartype, method))
                .collect(Collectors.joining(","));
    }

    private static String erased(JCTree type, JCMethodDecl method) {
        return switch (type) {
            case JCTypeApply generic -> erased(generic.clazz, method);
            case JCAnnotatedType annotated -> erased(annotated.underlyingType, method);
            case JCFieldAccess qualified -> qualified.name.toString();
            case JCArrayTypeTree array -> erased(array.elemtype, method) + "[]";
            case JCIdent name -> erased(name, method);
            default -> type.toString();
        };
    }

    private static String erased(JCIdent name, JCMethodDecl method) {
        for (JCTypeParameter parameter : method.typarams) {
            if (parameter.name.equals(name.name)) {
                return parameter.bounds.isEmpty()
                        ? "Object"
                        : erased(parameter.bounds.head, method);
            }
        }
        return name.name.toString();
    }
}
