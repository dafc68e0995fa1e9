package dev.moka.lab.export;

import dev.moka.lab.notebook.Cell;
import dev.moka.lab.notebook.CodeCell;
import dev.moka.lab.notebook.Notebook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A notebook as one page that needs nothing else: no scripts, no other files, light and dark.
final class HtmlExport {
    private final MarkdownHtml markdown;
    private final OutputHtml outputs;

    HtmlExport(Pictures pictures) {
        markdown = new MarkdownHtml(pictures);
        outputs = new OutputHtml(markdown);
    }

    String page(String title, Notebook notebook) {
        boolean java = notebook.language().orElse("java").equals("java");
        StringBuilder body = new StringBuilder();
        for (Cell cell : notebook.cells()) {
            body.append(
                    switch (cell) {
                        case Cell.Markdown prose ->
                                "<section class=\"prose\">\n%s</section>\n"
                                        .formatted(
                                                markdown.html(
                                                        prose.source(),
                                                        prose.json().path("attachments")));
                        case CodeCell code -> code(code, java);
                        case Cell.Raw raw ->
                                "<pre class=\"raw\">%s</pre>\n"
                                        .formatted(Html.escaped(raw.source()));
                        case Cell.Unknown _ -> "";
                    });
        }
        return template()
                .replace("{{title}}", Html.escaped(title))
                .replace("{{body}}", body.toString());
    }

    private String code(CodeCell cell, boolean java) {
        String source = cell.source();
        String html = java ? JavaColors.html(source) : Html.escaped(source);
        String count =
                cell.executionCount().isPresent()
                        ? Integer.toString(cell.executionCount().getAsInt())
                        : " ";
        StringBuilder section = new StringBuilder("<section class=\"code\">\n");
        if (!isHidden(cell, "source_hidden")) {
            section.append(
                    "<div class=\"prompt\">[%s]</div><pre class=\"source\">%s</pre>\n"
                            .formatted(count, html));
        }
        if (!isHidden(cell, "outputs_hidden")) {
            cell.outputs().forEach(output -> section.append(outputs.html(output)));
        }
        return section.append("</section>\n").toString();
    }

    private static boolean isHidden(CodeCell cell, String what) {
        return cell.metadata().path("jupyter").path(what).asBoolean(false);
    }

    private static String template() {
        try (InputStream in = HtmlExport.class.getResourceAsStream("notebook.html")) {
            if (in == null) {
                throw new IllegalStateException("notebook.html is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
