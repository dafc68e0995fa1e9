package dev.moka.kernel.java;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A doc comment as Markdown: inline tags, block tags and the HTML that doc comments use.
final class JavadocText {
    private static final Pattern CODE =
            Pattern.compile("\\{@(?:code|literal|systemProperty)\\s+((?:[^{}]|\\{[^{}]*})*)}");
    private static final Pattern LINK =
            Pattern.compile("\\{@link(?:plain)?\\s+([^\\s}]+)\\s*([^}]*)}");
    private static final Pattern OTHER_INLINE = Pattern.compile("\\{@(\\w+)\\s*([^{}]*)}");
    private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(\\w+)\\s+");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*>");
    private static final List<Map.Entry<Pattern, String>> HTML =
            List.of(
                    Map.entry(Pattern.compile("(?i)<pre[^>]*>"), "\n```\n"),
                    Map.entry(Pattern.compile("(?i)</pre>"), "\n```\n"),
                    Map.entry(Pattern.compile("(?i)\\s*<li[^>]*>\\s*"), "\n- "),
                    Map.entry(
                            Pattern.compile("(?i)<p[^>]*>|</p>|</?[uo]l[^>]*>|<h\\d[^>]*>|</h\\d>"),
                            "\n\n"),
                    Map.entry(Pattern.compile("(?i)</?(?:code|tt)>"), "`"),
                    Map.entry(Pattern.compile("(?i)</?(?:b|strong)>"), "**"),
                    Map.entry(Pattern.compile("(?i)</?(?:i|em)>"), "*"));
    private static final Map<String, String> BLOCKS =
            Map.of(
                    "param",
                    "Parameter",
                    "return",
                    "Returns",
                    "throws",
                    "Throws",
                    "exception",
                    "Throws",
                    "since",
                    "Since",
                    "see",
                    "See");

    private JavadocText() {}

    static String markdown(String comment) {
        String text =
                CODE.matcher(comment)
                        .replaceAll(match -> quote("`" + match.group(1).strip() + "`"));
        text = LINK.matcher(text).replaceAll(match -> quote(link(match.group(1), match.group(2))));
        text = OTHER_INLINE.matcher(text).replaceAll(match -> quote(match.group(2)));
        for (Map.Entry<Pattern, String> rule : HTML) {
            text = rule.getKey().matcher(text).replaceAll(quote(rule.getValue()));
        }
        text = TAG.matcher(text).replaceAll("");
        text =
                BLOCK.matcher(text)
                        .replaceAll(match ->
                                quote(
                                        "\n\n**%s:** "
                                                .formatted(
                                                        BLOCKS.getOrDefault(
                                                                match.group(1), match.group(1)))));
        text =
                text.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&nbsp;", " ")
                        .replace("&amp;", "&");
        return text.replaceAll("(?m)^[ \\t]+(?!- )|[ \\t]+$", "")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static String link(String target, String label) {
        String name =
                label.isBlank() ? target.replaceAll("^#", "").replace('#', '.') : label.strip();
        return "`" + name + "`";
    }

    private static String quote(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }
}
