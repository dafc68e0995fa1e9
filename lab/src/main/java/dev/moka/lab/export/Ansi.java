package dev.moka.lab.export;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text with a terminal's colours as HTML.
final class Ansi {
    private static final Pattern SEQUENCE =
            Pattern.compile("\u001b\\[([0-9;?]*)([A-Za-z])|\u001b\\][^\u0007]*\u0007|\u001b.");

    private String foreground = "";
    private String background = "";
    private boolean bold;
    private boolean italic;
    private boolean underlined;

    private Ansi() {}

    static String html(String text) {
        return new Ansi().convert(withoutOverwritten(text));
    }

    /// A carriage return goes back to the start of the line, as progress bars do.
    private static String withoutOverwritten(String text) {
        return text.replace("\r\n", "\n").replaceAll("(?m)^.*\r(?=.)", "");
    }

    private String convert(String text) {
        StringBuilder html = new StringBuilder();
        Matcher matcher = SEQUENCE.matcher(text);
        int from = 0;
        while (matcher.find()) {
            append(html, text.substring(from, matcher.start()));
            if ("m".equals(matcher.group(2))) {
                apply(numbers(matcher.group(1)));
            }
            from = matcher.end();
        }
        append(html, text.substring(from));
        return html.toString();
    }

    private void append(StringBuilder html, String text) {
        if (text.isEmpty()) {
            return;
        }
        String escaped = Html.escaped(text);
        String classes = classes();
        String style = style();
        if (classes.isEmpty() && style.isEmpty()) {
            html.append(escaped);
        } else {
            html.append("<span")
                    .append(classes.isEmpty() ? "" : " class=\"" + classes + "\"")
                    .append(style.isEmpty() ? "" : " style=\"" + style + "\"")
                    .append('>')
                    .append(escaped)
                    .append("</span>");
        }
    }

    private String classes() {
        List<String> names = new ArrayList<>();
        if (bold) {
            names.add("ansi-bold");
        }
        if (italic) {
            names.add("ansi-italic");
        }
        if (underlined) {
            names.add("ansi-underline");
        }
        if (foreground.startsWith("ansi-")) {
            names.add(foreground + "-fg");
        }
        if (background.startsWith("ansi-")) {
            names.add(background + "-bg");
        }
        return String.join(" ", names);
    }

    private String style() {
        String color = foreground.startsWith("rgb") ? "color:" + foreground + ";" : "";
        return color + (background.startsWith("rgb") ? "background:" + background + ";" : "");
    }

    private static List<Integer> numbers(String parameters) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : parameters.split(";", -1)) {
            numbers.add(part.matches("\\d{1,4}") ? Integer.parseInt(part) : 0);
        }
        return numbers;
    }

    private void apply(List<Integer> codes) {
        for (int i = 0; i < codes.size(); i++) {
            int code = codes.get(i);
            if (code == 38 || code == 48) {
                i += extended(codes.subList(i, codes.size()), code == 38);
            } else {
                apply(code);
            }
        }
    }

    private void apply(int code) {
        switch (code) {
            case 0 -> reset();
            case 1 -> bold = true;
            case 3 -> italic = true;
            case 4 -> underlined = true;
            case 22 -> bold = false;
            case 23 -> italic = false;
            case 24 -> underlined = false;
            case 39 -> foreground = "";
            case 49 -> background = "";
            default -> {
                if (code >= 30 && code <= 37) {
                    foreground = "ansi-" + (code - 30);
                } else if (code >= 40 && code <= 47) {
                    background = "ansi-" + (code - 40);
                } else if (code >= 90 && code <= 97) {
                    foreground = "ansi-" + (code - 82);
                } else if (code >= 100 && code <= 107) {
                    background = "ansi-" + (code - 92);
                }
            }
        }
    }

    private void reset() {
        foreground = "";
        background = "";
        bold = false;
        italic = false;
        underlined = false;
    }

    /// `38;5;N` is one of 256 colours, `38;2;R;G;B` any; returns how many further codes that took.
    private int extended(List<Integer> codes, boolean text) {
        String color = "";
        int taken = codes.size() - 1;
        if (codes.size() >= 5 && codes.get(1) == 2) {
            color = rgb(codes.get(2), codes.get(3), codes.get(4));
            taken = 4;
        } else if (codes.size() >= 3 && codes.get(1) == 5) {
            color = indexed(codes.get(2));
            taken = 2;
        }
        if (text) {
            foreground = color;
        } else {
            background = color;
        }
        return taken;
    }

    private static String indexed(int index) {
        if (index < 16) {
            return "ansi-" + index;
        }
        if (index >= 232) {
            int grey = 8 + 10 * (index - 232);
            return rgb(grey, grey, grey);
        }
        int cube = index - 16;
        return rgb(level(cube / 36), level(cube / 6 % 6), level(cube % 6));
    }

    private static int level(int step) {
        return step == 0 ? 0 : 55 + 40 * step;
    }

    private static String rgb(int red, int green, int blue) {
        return "rgb(%d,%d,%d)"
                .formatted(Math.min(red, 255), Math.min(green, 255), Math.min(blue, 255));
    }
}
