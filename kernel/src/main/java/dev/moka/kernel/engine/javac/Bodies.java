package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.TreeInfo;
import com.sun.tools.javac.tree.TreeScanner;
import com.sun.tools.javac.util.Position;
import java.util.Set;

/// Replaces the bodies of a type's methods that have errors with ones that throw.
///
/// @param positions of the errors
/// @param message of the exception
record Bodies(UnitBuilder builder, Set<Integer> positions, String message) {
    void replaceIn(JCTree type) {
        new TreeScanner() {
            @Override
            public void visitMethodDef(JCMethodDecl method) {
                if (method.body != null && hasError(method.body)) {
                    method.body = builder.missing(message, method.body.pos);
                }
            }
        }.scan(type);
    }

    private boolean hasError(JCTree.JCBlock body) {
        int end = body.endpos == Position.NOPOS ? Integer.MAX_VALUE : body.endpos;
        int start = TreeInfo.getStartPos(body);
        return positions.stream().anyMatch(at -> start <= at && at <= end);
    }
}
