package dev.moka.hub.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;

/// Fills the templates, which the build has turned into classes.
final class Templates {
    private static final String PACKAGE = "dev.moka.hub.console.template";
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);

    /// Answers with a page, which browsers do not keep.
    void show(Context context, String template, Object page) {
        context.header("Cache-Control", "no-store");
        context.html(fill(template, "page", page));
    }

    /// Fills a part of a page.
    String fill(String template, String parameter, Object value) {
        StringOutput html = new StringOutput(16 * 1024);
        engine.render(template + ".jte", java.util.Map.of(parameter, value), html);
        return html.toString();
    }

    /// Fills a part of a page that has several parameters.
    String fill(String template, java.util.Map<String, Object> values) {
        StringOutput html = new StringOutput(16 * 1024);
        engine.render(template + ".jte", values, html);
        return html.toString();
    }
}
