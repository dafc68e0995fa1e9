package dev.moka.lab.export;

import dev.moka.lab.notebook.Output;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The outputs of a cell as HTML: of several representations the richest that a page can hold.
final class OutputHtml {
    private static final List<String> PICTURES =
            List.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private final MarkdownHtml markdown;

    OutputHtml(MarkdownHtml markdown) {
        this.markdown = markdown;
    }

    String html(Output output) {
        return switch (output) {
            case Output.Stream stream -> text(stream.name(), Ansi.html(stream.text()));
            case Output.Failure failure -> text("error", Ansi.html(words(failure)));
            case Output.Rich rich -> rich(rich);
            case Output.Unknown _ -> "";
        };
    }

    private static String words(Output.Failure failure) {
        return failure.traceback().isEmpty()
                ? failure.name() + ": " + failure.value()
                : String.join("\n", failure.traceback());
    }

    private static String text(String kind, String html) {
        return "<pre class=\"output %s\">%s</pre>\n".formatted(Html.escaped(kind), html);
    }

    private String rich(Output.Rich output) {
        ObjectNode data = output.data();
        if (has(data, "text/html")) {
            return "<div class=\"output rich\">%s</div>\n"
                    .formatted(Html.cleaned(of(data, "text/html")));
        }
        if (has(data, "image/svg+xml")) {
            return picture("image/svg+xml", encoded(of(data, "image/svg+xml")), output);
        }
        for (String type : PICTURES) {
            if (has(data, type)) {
                return picture(type, of(data, type), output);
            }
        }
        if (has(data, "text/markdown")) {
            String html = markdown.html(of(data, "text/markdown"), data.path("none"));
            return "<div class=\"output rich\">%s</div>\n".formatted(html);
        }
        if (has(data, "text/latex")) {
            return text("result", Html.escaped(of(data, "text/latex")));
        }
        return has(data, "text/plain") ? text("result", Ansi.html(of(data, "text/plain"))) : "";
    }

    private static String picture(String type, String base64, Output.Rich output) {
        String words = of(output.data(), "text/plain");
        return "<div class=\"output\"><img alt=\"%s\"%s src=\"%s\"></div>\n"
                .formatted(
                        Html.escaped(words),
                        size(output.metadata().path(type)),
                        Html.escaped(MarkdownHtml.dataUri(type, base64)));
    }

    /// A picture may say how large it wants to be shown, as those at double resolution do.
    private static String size(JsonNode metadata) {
        StringBuilder attributes = new StringBuilder();
        for (String side : new String[] {"width", "height"}) {
            if (metadata.path(side).isNumber()) {
                attributes.append(" %s=\"%d\"".formatted(side, metadata.path(side).asInt(0)));
            }
        }
        return attributes.toString();
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean has(ObjectNode data, String type) {
        return data.path(type).isString();
    }

    private static String of(ObjectNode data, String type) {
        return has(data, type) ? data.path(type).asString() : "";
    }
}
