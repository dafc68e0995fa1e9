package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCLambda;
import com.sun.tools.javac.tree.JCTree.JCReturn;
import com.sun.tools.javac.tree.TreeScanner;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Log;
import java.util.List;

/// A cell as parsed.
///
/// @param form whether it could be read
record Reading(CellParser parser, List<Piece> pieces, Form form) {
    Reading {
        pieces = List.copyOf(pieces);
    }

    /// How well a cell can be read.
    enum Form {
        COMPLETE,
        UNFINISHED,
        MALFORMED
    }

    /// @param problems get the errors that javac reports
    static Reading of(Context context, UnitFile file, Problems problems) {
        Log.instance(context).useSource(file);
        CellParser parser = CellParser.of(context, file.text());
        List<Piece> pieces = parser.parse();
        return new Reading(parser, pieces, form(parser, pieces, file, problems));
    }

    private static Form form(
            CellParser parser, List<Piece> pieces, UnitFile file, Problems problems) {
        if (problems.isEmpty()) {
            return parser.isUnfinished(pieces) ? Form.UNFINISHED : Form.COMPLETE;
        }
        int end = file.text().stripTrailing().length();
        boolean unfinished =
                problems.found().stream()
                        .anyMatch(problem ->
                                problem.start() >= end
                                        || problem.code()
                                                .startsWith("compiler.err.unclosed.comment")
                                        || problem.code().equals("compiler.err.unclosed.text.block")
                                        || problem.code().equals("compiler.err.premature.eof"));
        return unfinished ? Form.UNFINISHED : Form.MALFORMED;
    }

    /// Reports each `return` that is in no method.
    void rejectReturns(UnitFile file, Problems problems) {
        var scanner =
                new TreeScanner() {
                    @Override
                    public void visitReturn(JCReturn tree) {
                        problems.add(file, tree.pos, tree.pos + 6, "return outside method");
                    }

                    @Override
                    public void visitLambda(JCLambda tree) {}

                    @Override
                    public void visitClassDef(JCClassDecl tree) {}
                };
        for (Piece piece : pieces) {
            if (!(piece instanceof Piece.Method)) {
                scanner.scan(piece.tree());
            }
        }
    }
}
