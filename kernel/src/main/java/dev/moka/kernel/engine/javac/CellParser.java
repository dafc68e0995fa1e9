package dev.moka.kernel.engine.javac;

import com.sun.source.tree.CaseTree.CaseKind;
import com.sun.source.tree.LineMap;
import com.sun.tools.javac.parser.JavacParser;
import com.sun.tools.javac.parser.Lexer;
import com.sun.tools.javac.parser.ParserFactory;
import com.sun.tools.javac.parser.ScannerFactory;
import com.sun.tools.javac.parser.Tokens.Comment;
import com.sun.tools.javac.parser.Tokens.TokenKind;
import com.sun.tools.javac.tree.EndPosTable;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCCase;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCLambda;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCModifiers;
import com.sun.tools.javac.tree.JCTree.JCSkip;
import com.sun.tools.javac.tree.JCTree.JCStatement;
import com.sun.tools.javac.tree.JCTree.JCSwitchExpression;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.JCTree.JCYield;
import com.sun.tools.javac.tree.TreeScanner;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.ListBuffer;
import com.sun.tools.javac.util.Log;
import com.sun.tools.javac.util.Names;
import java.util.ArrayList;
import java.util.List;

/// Parses cells: imports, declarations, statements and expressions, in any order, as the language
/// specification has them. The last statement may lack its semicolon.
final class CellParser extends JavacParser {
    /// Ends the last statement, in case the person did not.
    private static final String END = "\n;";

    private final Context context;
    private final Names names;
    private final Log log;
    private final String text;

    private CellParser(Context context, Lexer lexer, String text) {
        super(ParserFactory.instance(context), lexer, true, true, true);
        this.context = context;
        this.text = text;
        this.names = Names.instance(context);
        this.log = Log.instance(context);
    }

    /// A parser of a cell.
    static CellParser of(Context context, String text) {
        Lexer lexer = ScannerFactory.instance(context).newScanner(text + END, true);
        return new CellParser(context, lexer, text);
    }

    EndPosTable endPositions() {
        return endPosTable;
    }

    LineMap lines() {
        return S.getLineMap();
    }

    /// The pieces of the cell, up to the first that cannot be read.
    List<Piece> parse() {
        List<Piece> pieces = new ArrayList<>();
        while (token.kind != TokenKind.EOF && log.nerrors == 0) {
            if (token.kind == TokenKind.SEMI) {
                nextToken();
            } else {
                int before = token.pos;
                parsePiece(pieces);
                if (token.pos == before && token.kind != TokenKind.EOF) {
                    nextToken();
                }
            }
        }
        return pieces;
    }

    /// Whether the text ends before the last piece does.
    boolean isUnfinished(List<Piece> pieces) {
        if (pieces.isEmpty() || !(pieces.getLast() instanceof Piece.Statement last)) {
            return false;
        }
        boolean[] found = {false};
        new TreeScanner() {
            @Override
            public void visitSkip(JCSkip tree) {
                found[0] |= tree.pos >= text.length();
            }
        }.scan(last.tree());
        return found[0];
    }

    private void parsePiece(List<Piece> pieces) {
        int start = token.pos;
        if (token.kind == TokenKind.IMPORT) {
            JCTree tree = importDeclaration();
            pieces.add(new Piece.Import(tree, start, end()));
            return;
        }
        if (token.kind == TokenKind.STATIC && S.token(1).kind == TokenKind.LBRACE) {
            nextToken();
        }
        switch (new Lookahead(S).next()) {
            case TYPE -> {
                Comment doc = token.docComment();
                JCStatement tree = classOrRecordOrInterfaceOrEnumDeclaration(modifiersOpt(), doc);
                if (tree instanceof JCClassDecl type) {
                    pieces.add(new Piece.Type(type, start, end()));
                }
            }
            case METHOD -> {
                for (JCTree tree :
                        classOrInterfaceOrRecordBodyDeclaration(
                                null, names.fromString(""), false, false)) {
                    if (tree instanceof JCMethodDecl method) {
                        pieces.add(new Piece.Method(method, start, end()));
                    }
                }
            }
            case VARIABLE -> parseVariables(pieces, start);
            case SWITCH -> parseSwitch(pieces, start);
            case STATEMENT -> {
                JCStatement tree = parseStatement();
                pieces.add(new Piece.Statement(tree, start, end()));
            }
            case EXPRESSION -> expression(pieces, parseExpression(), start);
        }
    }

    private void parseVariables(List<Piece> pieces, int start) {
        JCModifiers modifiers = modifiersOpt();
        JCExpression type = parseType(true);
        ListBuffer<JCVariableDecl> trees =
                variableDeclarators(modifiers, type, new ListBuffer<>(), true);
        accept(TokenKind.SEMI);
        for (JCVariableDecl tree : trees) {
            int end = trees.size() == 1 ? end() : getEndPos(tree);
            pieces.add(new Piece.Variable(tree, start, end));
        }
    }

    private void expression(List<Piece> pieces, JCExpression tree, int start) {
        boolean shown = token.kind == TokenKind.SEMI && token.pos >= text.length();
        int end = end();
        accept(TokenKind.SEMI);
        pieces.add(new Piece.Expression(tree, shown, start, end));
    }

    /// A `switch` is an expression when a branch has a value that could be no statement.
    private void parseSwitch(List<Piece> pieces, int start) {
        JCExpression tree = parseExpression();
        if (!(tree instanceof JCSwitchExpression expression) || hasValue(expression)) {
            expression(pieces, tree, start);
            return;
        }
        String again = " ".repeat(start) + text.substring(start);
        pieces.add(
                new Piece.Statement(CellParser.of(context, again).parseStatement(), start, end()));
    }

    private static boolean hasValue(JCSwitchExpression tree) {
        for (JCCase each : tree.cases) {
            if (each.caseKind == CaseKind.RULE && each.body instanceof JCExpression value) {
                if (!isStatement(value)) {
                    return true;
                }
            } else if (yields(each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStatement(JCExpression tree) {
        return switch (tree.getKind()) {
            case METHOD_INVOCATION,
                    NEW_CLASS,
                    ASSIGNMENT,
                    PREFIX_INCREMENT,
                    PREFIX_DECREMENT,
                    POSTFIX_INCREMENT,
                    POSTFIX_DECREMENT ->
                    true;
            default -> tree instanceof JCTree.JCAssignOp;
        };
    }

    private static boolean yields(JCCase tree) {
        boolean[] found = {false};
        new TreeScanner() {
            @Override
            public void visitYield(JCYield yield) {
                found[0] = true;
            }

            @Override
            public void visitSwitchExpression(JCSwitchExpression nested) {}

            @Override
            public void visitLambda(JCLambda nested) {}

            @Override
            public void visitClassDef(JCClassDecl nested) {}
        }.scan(tree.stats);
        return found[0];
    }

    private int end() {
        return Math.min(S.prevToken().endPos, text.length());
    }
}
