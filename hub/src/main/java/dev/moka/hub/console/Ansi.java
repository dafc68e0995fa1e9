package dev.moka.hub.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns a line of a terminal into HTML: colours become classes, every other control is dropped,
/// all else is escaped.
final class Ansi {
    private static final Pattern CONTROL =
            Pattern.compile(
                    "\u001b\\[([0-9;]*)m"
                            + "|\u001b\\[[0-?]*[ -/]*[@-~]"
                            + "|\u001b\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)"
                            + "|\u001b[@-_]?"
                            + "|[\u0000-\u0008\u000b-\u001f\u007f]");
    private static final Pattern KNOWN = Pattern.compile("[1-4]|3[0-7]|9[0-7]");

    private Ansi() {}

    static String html(String line) {
        String text = afterCarriageReturn(line);
        StringBuilder html = new StringBuilder(text.length() + 32);
        Matcher control = CONTROL.matcher(text);
        boolean open = false;
        int from = 0;
        while (control.find()) {
            escape(text, from, control.start(), html);
            from = control.end();
            if (control.group(1) != null) {
                open = style(control.group(1), open, html);
            }
        }
        escape(text, from, text.length(), html);
        return html.append(open ? "</span>" : "").toString();
    }

    /// A progress bar redraws its line: only the last state is worth a line of the log.
    private static String afterCarriageReturn(String line) {
        String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        return text.substring(text.lastIndexOf('\r') + 1);
    }

    private static boolean style(String codes, boolean open, StringBuilder html) {
        List<String> classes = new ArrayList<>();
        for (String code : codes.split(";", -1)) {
            if (KNOWN.matcher(code).matches()) {
                classes.add("a" + code);
            }
        }
        html.append(open ? "</span>" : "");
        if (classes.isEmpty()) {
            return false;
        }
        html.append("<span class=\"").append(String.join(" ", classes)).append("\">");
        return true;
    }

    private static void escape(String text, int from, int to, StringBuilder html) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                default -> html.append(c);
            }
        }
    }
}
