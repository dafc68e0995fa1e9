package dev.moka.algorithms.serving;

import dev.moka.formats.DataFormat;

/// CSV with another mark between its fields than a comma, which AWS's containers guess.
final class Separated {
    private static final byte[] MARKS = {'\t', ';', '|', ' '};

    private Separated() {}

    /// The body with commas; itself when its first line has one.
    static byte[] byCommas(DataFormat format, byte[] body) {
        if (format != DataFormat.CSV) {
            return body;
        }
        int end = 0;
        while (end < body.length && body[end] != '\n') {
            if (body[end++] == ',') {
                return body;
            }
        }
        for (byte mark : MARKS) {
            if (within(body, end, mark)) {
                return replaced(body, mark);
            }
        }
        return body;
    }

    /// Spaces at the ends are not between fields.
    private static boolean within(byte[] body, int end, byte mark) {
        int from = 0;
        int to = end;
        while (from < to && body[from] <= ' ' && body[from] != '\t') {
            from++;
        }
        while (to > from && body[to - 1] <= ' ' && body[to - 1] != '\t') {
            to--;
        }
        for (int i = from; i < to; i++) {
            if (body[i] == mark) {
                return true;
            }
        }
        return false;
    }

    private static byte[] replaced(byte[] body, byte mark) {
        byte[] commas = body.clone();
        for (int i = 0; i < commas.length; i++) {
            if (commas[i] == mark) {
                commas[i] = ',';
            }
        }
        return commas;
    }
}
