package dev.moka.formats.libsvm;

import dev.moka.formats.data.ElementType;
import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.Place;
import dev.moka.formats.data.SparseBuilder;
import dev.moka.formats.data.ValuesBuilder;
import dev.moka.formats.text.LineSource;
import dev.moka.formats.text.NumberScanner;
import dev.moka.formats.text.NumberText;

/// A cursor over the tokens of a LibSVM line, which stand between spaces.
final class TokenScanner {
    private static final int MOST_INDEX_DIGITS = 18;

    private final LineSource lines;
    private final ElementType type;
    private final NumberScanner numbers = new NumberScanner();
    private int at;
    private int end;

    TokenScanner(LineSource lines, ElementType type) {
        this.lines = lines;
        this.type = type;
    }

    /// Goes to the first token of the line; a comment is no token.
    void begin() {
        at = lines.start();
        end = at;
        while (end < lines.end() && lines.bytes()[end] != '#') {
            end++;
        }
    }

    /// Goes to the next token; false when there is none.
    boolean more() {
        while (at < end && space(at)) {
            at++;
        }
        return at < end;
    }

    /// Whether the token is `index:value`.
    boolean isPair() {
        for (int index = at; index < end && !space(index); index++) {
            if (lines.bytes()[index] == ':') {
                return true;
            }
        }
        return false;
    }

    void label(ValuesBuilder into) {
        if (type == ElementType.FLOAT32) {
            into.add(real("label"));
        } else {
            into.add(wide("label"));
        }
    }

    /// Reads `12:`.
    long index() {
        int first = at;
        long index = 0;
        byte[] bytes = lines.bytes();
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            index = index * 10 + bytes[at++] - '0';
        }
        if (at == first || at - first > MOST_INDEX_DIGITS || at == end || bytes[at] != ':') {
            at = first;
            throw wrong("is not index:value");
        }
        at++;
        return index;
    }

    void value(int column, SparseBuilder into) {
        String what = "value of index";
        if (type == ElementType.FLOAT32) {
            into.add(column, real(what));
        } else {
            into.add(column, wide(what));
        }
    }

    private float real(String what) {
        float value = numbers.scanFloat(lines.bytes(), at);
        return finished() ? value : (float) special(what);
    }

    private double wide(String what) {
        double value = numbers.scanDouble(lines.bytes(), at);
        double number = finished() ? value : special(what);
        if (type == ElementType.INT32 && number != (int) number) {
            throw wrong("is not a 32-bit integer");
        }
        return number;
    }

    private boolean finished() {
        int stop = numbers.end();
        if (stop > at && (stop >= end || space(stop))) {
            at = stop;
            return true;
        }
        return false;
    }

    private double special(String what) {
        double number =
                NumberText.parse(token())
                        .orElseThrow(() -> wrong("is not a number (" + what + ")"));
        at += token().length();
        return number;
    }

    private FormatException wrong(String problem) {
        return new FormatException(
                Place.of(lines.source(), "line", lines.number()),
                Place.quoted(token()) + " " + problem);
    }

    private String token() {
        int stop = at;
        while (stop < end && !space(stop)) {
            stop++;
        }
        return lines.text(at, stop);
    }

    private boolean space(int index) {
        byte b = lines.bytes()[index];
        return b == ' ' || b == '\t';
    }
}
