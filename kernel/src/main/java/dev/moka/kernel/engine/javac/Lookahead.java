package dev.moka.kernel.engine.javac;

import com.sun.tools.javac.parser.Lexer;
import com.sun.tools.javac.parser.Tokens.Token;
import com.sun.tools.javac.parser.Tokens.TokenKind;
import java.util.EnumSet;
import java.util.Set;

/// Tells by the next tokens what kind of piece comes, where the grammar of Java needs a hint: at
/// the top of a cell there are statements and declarations side by side.
final class Lookahead {
    private static final Set<TokenKind> MODIFIERS =
            EnumSet.of(
                    TokenKind.PUBLIC,
                    TokenKind.PRIVATE,
                    TokenKind.PROTECTED,
                    TokenKind.STATIC,
                    TokenKind.FINAL,
                    TokenKind.ABSTRACT,
                    TokenKind.NATIVE,
                    TokenKind.TRANSIENT,
                    TokenKind.VOLATILE,
                    TokenKind.STRICTFP,
                    TokenKind.SYNCHRONIZED);
    private static final Set<TokenKind> TYPE_KEYWORDS =
            EnumSet.of(TokenKind.CLASS, TokenKind.INTERFACE, TokenKind.ENUM);
    private static final Set<TokenKind> PRIMITIVES =
            EnumSet.of(
                    TokenKind.BYTE,
                    TokenKind.SHORT,
                    TokenKind.CHAR,
                    TokenKind.INT,
                    TokenKind.LONG,
                    TokenKind.FLOAT,
                    TokenKind.DOUBLE,
                    TokenKind.BOOLEAN);
    private static final Set<TokenKind> STATEMENTS =
            EnumSet.of(
                    TokenKind.LBRACE,
                    TokenKind.IF,
                    TokenKind.FOR,
                    TokenKind.WHILE,
                    TokenKind.DO,
                    TokenKind.TRY,
                    TokenKind.SYNCHRONIZED,
                    TokenKind.RETURN,
                    TokenKind.THROW,
                    TokenKind.BREAK,
                    TokenKind.CONTINUE,
                    TokenKind.ASSERT,
                    TokenKind.ELSE,
                    TokenKind.CATCH,
                    TokenKind.FINALLY);
    private static final Set<TokenKind> IN_TYPE_ARGUMENTS = EnumSet.copyOf(PRIMITIVES);

    static {
        IN_TYPE_ARGUMENTS.addAll(
                EnumSet.of(
                        TokenKind.IDENTIFIER,
                        TokenKind.COMMA,
                        TokenKind.DOT,
                        TokenKind.QUES,
                        TokenKind.EXTENDS,
                        TokenKind.SUPER,
                        TokenKind.AMP,
                        TokenKind.LBRACKET,
                        TokenKind.RBRACKET));
    }

    private final Lexer lexer;

    /// What a piece is, as far as the parser must know.
    enum Kind {
        TYPE,
        METHOD,
        VARIABLE,
        SWITCH,
        STATEMENT,
        EXPRESSION
    }

    Lookahead(Lexer lexer) {
        this.lexer = lexer;
    }

    Kind next() {
        int at = afterModifiers(0);
        if (isType(at)) {
            return Kind.TYPE;
        }
        if (is(at, TokenKind.LT) || (is(at, TokenKind.VOID) && is(at + 1, TokenKind.IDENTIFIER))) {
            return Kind.METHOD;
        }
        int name = afterType(at);
        if (name > 0 && (is(name, TokenKind.IDENTIFIER) || is(name, TokenKind.UNDERSCORE))) {
            return is(name + 1, TokenKind.LPAREN) ? Kind.METHOD : Kind.VARIABLE;
        }
        if (is(0, TokenKind.SWITCH)) {
            return Kind.SWITCH;
        }
        if (STATEMENTS.contains(kind(0))
                || (is(0, TokenKind.IDENTIFIER) && is(1, TokenKind.COLON))) {
            return Kind.STATEMENT;
        }
        return at > 0 ? Kind.METHOD : Kind.EXPRESSION;
    }

    private boolean isType(int at) {
        return TYPE_KEYWORDS.contains(kind(at))
                || (is(at, TokenKind.MONKEYS_AT) && is(at + 1, TokenKind.INTERFACE))
                || (isWord(at, "record")
                        && is(at + 1, TokenKind.IDENTIFIER)
                        && (is(at + 2, TokenKind.LPAREN) || is(at + 2, TokenKind.LT)));
    }

    private int afterModifiers(int from) {
        int at = from;
        while (true) {
            if (is(at, TokenKind.SYNCHRONIZED) && is(at + 1, TokenKind.LPAREN)) {
                return at;
            }
            if (MODIFIERS.contains(kind(at)) || isSealed(at)) {
                at++;
            } else if (isWord(at, "non") && is(at + 1, TokenKind.SUB) && isWord(at + 2, "sealed")) {
                at += 3;
            } else if (is(at, TokenKind.MONKEYS_AT) && is(at + 1, TokenKind.IDENTIFIER)) {
                at = afterAnnotation(at);
            } else {
                return at;
            }
        }
    }

    private boolean isSealed(int at) {
        return isWord(at, "sealed")
                && (TYPE_KEYWORDS.contains(kind(at + 1)) || MODIFIERS.contains(kind(at + 1)));
    }

    private int afterAnnotation(int from) {
        int at = from + 2;
        while (is(at, TokenKind.DOT)) {
            at += 2;
        }
        if (!is(at, TokenKind.LPAREN)) {
            return at;
        }
        int depth = 0;
        do {
            depth += is(at, TokenKind.LPAREN) ? 1 : is(at, TokenKind.RPAREN) ? -1 : 0;
            at++;
        } while (depth > 0 && !is(at, TokenKind.EOF));
        return at;
    }

    /// Where the tokens go on after a type, or -1 when there is none.
    private int afterType(int from) {
        int at = from;
        if (PRIMITIVES.contains(kind(at))) {
            at++;
        } else if (is(at, TokenKind.IDENTIFIER)) {
            at = afterTypeArguments(at + 1);
            while (at > 0 && is(at, TokenKind.DOT) && is(at + 1, TokenKind.IDENTIFIER)) {
                at = afterTypeArguments(at + 2);
            }
        } else {
            return -1;
        }
        while (at > 0 && is(at, TokenKind.LBRACKET) && is(at + 1, TokenKind.RBRACKET)) {
            at += 2;
        }
        return at;
    }

    private int afterTypeArguments(int from) {
        if (!is(from, TokenKind.LT)) {
            return from;
        }
        int depth = 0;
        int at = from;
        do {
            switch (kind(at)) {
                case LT -> depth++;
                case GT -> depth--;
                case GTGT -> depth -= 2;
                case GTGTGT -> depth -= 3;
                default -> {
                    if (!IN_TYPE_ARGUMENTS.contains(kind(at))) {
                        return -1;
                    }
                }
            }
            at++;
        } while (depth > 0);
        return depth == 0 ? at : -1;
    }

    private boolean isWord(int at, String word) {
        Token token = lexer.token(at);
        return token.kind == TokenKind.IDENTIFIER && token.name().contentEquals(word);
    }

    private boolean is(int at, TokenKind kind) {
        return kind(at) == kind;
    }

    private TokenKind kind(int at) {
        return lexer.token(at).kind;
    }
}
