package dev.moka.lab.export;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Java code as HTML with its words coloured.
final class JavaColors {
    private static final Set<String> KEYWORDS =
            Set.of(
                    "abstract",
                    "assert",
                    "boolean",
                    "break",
                    "byte",
                    "case",
                    "catch",
                    "char",
                    "class",
                    "continue",
                    "default",
                    "do",
                    "double",
                    "else",
                    "enum",
                    "extends",
                    "false",
                    "final",
                    "finally",
                    "float",
                    "for",
                    "if",
                    "implements",
                    "import",
                    "instanceof",
                    "int",
                    "interface",
                    "long",
                    "native",
                    "new",
                    "null",
                    "package",
                    "permits",
                    "private",
                    "protected",
                    "public",
                    "record",
                    "return",
                    "sealed",
                    "short",
                    "static",
                    "strictfp",
                    "super",
                    "switch",
                    "synchronized",
                    "this",
                    "throw",
                    "throws",
                    "transient",
                    "true",
                    "try",
                    "var",
                    "void",
                    "volatile",
                    "while",
                    "yield");
    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<comment>//[^\n"
                        + "]*|/\\*[\\s\\S]*?(?:\\*/|\\z))|(?<string>\"\"\"[\\s\\S]*?(?:\"\"\"|\\z)|\"(?:\\\\.|[^\"\\\\\n"
                        + "])*\"?|'(?:\\\\.|[^'\\\\\n"
                        + "])*'?)|(?<magic>(?m:^)[ \t]*%[^\n"
                        + "]*)|(?<number>\\b\\d[\\w.]*)|(?<annotation>@\\w+)"
                        + "|(?<word>\\b[A-Za-z_$][\\w$]*)");

    private JavaColors() {}

    static String html(String code) {
        StringBuilder html = new StringBuilder();
        Matcher matcher = TOKEN.matcher(code);
        int from = 0;
        while (matcher.find()) {
            html.append(Html.escaped(code.substring(from, matcher.start())));
            html.append(colored(matcher));
            from = matcher.end();
        }
        return html.append(Html.escaped(code.substring(from))).toString();
    }

    private static String colored(Matcher matcher) {
        String text = Html.escaped(matcher.group());
        for (String kind : new String[] {"comment", "string", "magic", "number", "annotation"}) {
            if (matcher.group(kind) != null) {
                return "<span class=\"%s\">%s</span>".formatted(kind, text);
            }
        }
        return KEYWORDS.contains(matcher.group())
                ? "<span class=\"keyword\">%s</span>".formatted(text)
                : text;
    }
}
