package dev.moka.lab.notebook;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;

/// Writes JSON byte for byte as Python's `json.dumps(…, indent=1, sort_keys=True,
/// ensure_ascii=False)` does, so that a notebook saved here and one saved by Jupyter do not differ.
final class PythonJson {
    private final Writer out;

    PythonJson(Writer out) {
        this.out = out;
    }

    void write(JsonNode node) throws IOException {
        write(node, 0);
    }

    private void write(JsonNode node, int depth) throws IOException {
        switch (node) {
            case ObjectNode object -> object(object, depth);
            case ArrayNode array -> array(array, depth);
            case POJONode pojo when pojo.getPojo() instanceof MultilineText.Lines lines ->
                    lines(lines, depth);
            default -> {
                if (node.isString()) {
                    string(node.asString());
                } else if (node.isFloatingPointNumber()) {
                    out.write(number(node.asDouble()));
                } else {
                    out.write(node.toString());
                }
            }
        }
    }

    private void object(ObjectNode object, int depth) throws IOException {
        if (object.isEmpty()) {
            out.write("{}");
            return;
        }
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
        members.sort(Map.Entry.comparingByKey(Comparator.naturalOrder()));
        char before = '{';
        for (Map.Entry<String, JsonNode> member : members) {
            out.write(before);
            newLine(depth + 1);
            string(member.getKey());
            out.write(": ");
            write(member.getValue(), depth + 1);
            before = ',';
        }
        newLine(depth);
        out.write('}');
    }

    private void array(ArrayNode array, int depth) throws IOException {
        if (array.isEmpty()) {
            out.write("[]");
            return;
        }
        char before = '[';
        for (JsonNode item : array) {
            out.write(before);
            newLine(depth + 1);
            write(item, depth + 1);
            before = ',';
        }
        newLine(depth);
        out.write(']');
    }

    private void lines(MultilineText.Lines lines, int depth) throws IOException {
        String text = lines.text();
        if (text.isEmpty()) {
            out.write("[]");
            return;
        }
        lines.each((start, end) -> {
            out.write(start == 0 ? '[' : ',');
            newLine(depth + 1);
            string(text, start, end);
        });
        newLine(depth);
        out.write(']');
    }

    private void newLine(int depth) throws IOException {
        out.write('\n');
        for (int i = 0; i < depth; i++) {
            out.write(' ');
        }
    }

    private void string(String text) throws IOException {
        string(text, 0, text.length());
    }

    private void string(String text, int start, int end) throws IOException {
        out.write('"');
        int from = start;
        for (int i = start; i < end; i++) {
            String escape = escape(text, i);
            if (!escape.isEmpty()) {
                out.write(text, from, i - from);
                out.write(escape);
                from = i + 1;
            }
        }
        out.write(text, from, end - from);
        out.write('"');
    }

    private static String escape(String text, int at) {
        char c = text.charAt(at);
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default -> c < 0x20 || isLoneSurrogate(text, at) ? "\\u%04x".formatted((int) c) : "";
        };
    }

    private static boolean isLoneSurrogate(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c)
                && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    /// Python's `repr` of a float: plain between 1e-4 and 1e16, else with a two-digit exponent.
    static String number(double value) {
        String java = Double.toString(value);
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e16)) {
            int e = java.indexOf('E');
            String digits = java.substring(0, e).replaceFirst("\\.0$", "");
            int exponent = Integer.parseInt(java.substring(e + 1));
            return "%se%s%02d".formatted(digits, exponent < 0 ? "-" : "+", Math.abs(exponent));
        }
        return java.contains("E") ? plain(value) : java;
    }

    private static String plain(double value) {
        String plain = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }
}
