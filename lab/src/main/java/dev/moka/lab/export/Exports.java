package dev.moka.lab.export;

import dev.moka.lab.notebook.Notebook;
import dev.moka.lab.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;

/// The forms that a notebook can be had in.
public final class Exports {
    private Exports() {}

    /// The forms and their media types.
    public static Map<String, String> formats() {
        Map<String, String> formats = new LinkedHashMap<>();
        formats.put("html", "text/html");
        formats.put("script", "text/x-java");
        return formats;
    }

    /// Puts a notebook into a form.
    ///
    /// @param title the notebook's name without its ending
    /// @throws Problem 404 when there is no such form
    public static Export export(String format, String title, Notebook notebook, Pictures pictures) {
        return switch (format) {
            case "html" ->
                    new Export(
                            title + ".html",
                            "text/html",
                            new HtmlExport(pictures).page(title, notebook));
            case "script" -> ScriptExport.script(title, notebook);
            default ->
                    throw Problem.notFound(
                            "No exporter for format: %s. There are %s"
                                    .formatted(format, String.join(" and ", formats().keySet())));
        };
    }
}
