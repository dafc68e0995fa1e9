package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCStatement;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;

/// One declaration or statement of a cell, as parsed. The positions are the cell's.
sealed interface Piece {
    /// Of the first character.
    int start();

    /// After the last character.
    int end();

    /// The syntax tree.
    JCTree tree();

    /// An import, of a module too.
    record Import(JCTree tree, int start, int end) implements Piece {}

    /// A class, interface, enum, record or annotation type.
    record Type(JCClassDecl tree, int start, int end) implements Piece {}

    /// A method.
    record Method(JCMethodDecl tree, int start, int end) implements Piece {}

    /// One variable; `int a, b;` is two pieces.
    record Variable(JCVariableDecl tree, int start, int end) implements Piece {}

    /// A statement that is no expression.
    record Statement(JCStatement tree, int start, int end) implements Piece {}

    /// An expression.
    ///
    /// @param shown whether no semicolon follows
    record Expression(JCExpression tree, boolean shown, int start, int end) implements Piece {}
}
