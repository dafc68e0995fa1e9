package dev.moka.lab.export;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;

/// HTML that is safe to show: text escaped, and a user's HTML cleaned of scripts, event handlers,
/// forms and frames. Pictures drawn in SVG stay.
final class Html {
    private static final List<String> SHAPES =
            List.of(
                    "svg",
                    "g",
                    "path",
                    "rect",
                    "circle",
                    "ellipse",
                    "line",
                    "polyline",
                    "polygon",
                    "text",
                    "tspan",
                    "defs",
                    "linearGradient",
                    "radialGradient",
                    "stop",
                    "clipPath",
                    "title",
                    "desc",
                    "marker",
                    "mask",
                    "pattern");
    private static final String[] SHAPE_ATTRIBUTES = {
        "xmlns",
        "viewBox",
        "width",
        "height",
        "x",
        "y",
        "x1",
        "x2",
        "y1",
        "y2",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "d",
        "points",
        "fill",
        "fill-opacity",
        "fill-rule",
        "stroke",
        "stroke-width",
        "stroke-opacity",
        "stroke-dasharray",
        "stroke-linecap",
        "stroke-linejoin",
        "opacity",
        "transform",
        "text-anchor",
        "dominant-baseline",
        "font-size",
        "font-family",
        "font-weight",
        "offset",
        "stop-color",
        "stop-opacity",
        "gradientUnits",
        "gradientTransform",
        "clip-path",
        "preserveAspectRatio",
        "dx",
        "dy",
        "role",
        "aria-label"
    };

    private Html() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String cleaned(String html) {
        Document.OutputSettings asWritten = new Document.OutputSettings().prettyPrint(false);
        return Jsoup.clean(html, "https://notebook.invalid/", safelist(), asWritten);
    }

    private static Safelist safelist() {
        Safelist list =
                Safelist.relaxed()
                        .addTags(
                                "style",
                                "hr",
                                "del",
                                "ins",
                                "mark",
                                "kbd",
                                "samp",
                                "details",
                                "summary",
                                "figure",
                                "figcaption",
                                "section",
                                "article",
                                "header",
                                "footer",
                                "nav",
                                "main",
                                "center",
                                "font",
                                "abbr",
                                "s")
                        .addAttributes(
                                ":all",
                                "class",
                                "id",
                                "style",
                                "title",
                                "role",
                                "aria-label",
                                "aria-hidden",
                                "align",
                                "dir",
                                "lang")
                        .addAttributes("td", "colspan", "rowspan", "scope")
                        .addAttributes("th", "colspan", "rowspan", "scope")
                        .addAttributes("font", "color")
                        .addProtocols("img", "src", "data")
                        .preserveRelativeLinks(true);
        for (String shape : SHAPES) {
            list.addTags(shape).addAttributes(shape, SHAPE_ATTRIBUTES);
        }
        return list;
    }
}
