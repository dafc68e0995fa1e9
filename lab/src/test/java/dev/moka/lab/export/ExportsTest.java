package dev.moka.lab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.lab.notebook.CodeCell;
import dev.moka.lab.notebook.Notebook;
import dev.moka.lab.notebook.NotebookFormat;
import dev.moka.lab.notebook.Output;
import dev.moka.lab.problem.Problem;
import dev.moka.protocol.jupyter.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ExportsTest {
    private static final Pictures NONE = _ -> Optional.empty();

    @Test
    void markdownIsRenderedWithTablesAndCleaned() {
        String page =
                html(
                        """
                        # Title
                        | a | b |
                        |---|--:|
                        | 1 | 2 |

                        <b>bold</b> <script>alert(1)</script> <img src=x onerror="alert(2)">
                        [bad](javascript:alert(3)) [good](https://example.org)
                        """);
        assertThat(page)
                .contains("<h1>Title</h1>", "<td>1</td>", "<b>bold</b>", "https://example.org")
                .doesNotContain("alert(");
    }

    @Test
    void picturesOfTheCellAndOfTheWorkspaceAreInThePage() {
        Notebook notebook =
                NotebookFormat.read(
                        """
                        {"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [
                         {"cell_type": "markdown", "metadata": {},
                          "source": "![a](attachment:p.png) ![b](img/q.png) ![c](gone.png)",
                          "attachments": {"p.png": {"image/png": "QUFB"}}}]}
                        """
                                .getBytes(StandardCharsets.UTF_8));
        Pictures pictures =
                address ->
                        address.equals("img/q.png")
                                ? Optional.of("data:image/png;base64,QkJC")
                                : Optional.empty();
        assertThat(Exports.export("html", "n", notebook, pictures).text())
                .contains("data:image/png;base64,QUFB", "data:image/png;base64,QkJC", "gone.png");
    }

    @Test
    void outputsAreShownInTheirRichestSafeForm() {
        ObjectNode table =
                Json.object()
                        .put("text/plain", "plain")
                        .put("text/html", "<table><tr><td onclick='x()'>cell</td></tr></table>");
        ObjectNode chart = Json.object().put("text/plain", "a chart").put("image/png", "QUFB\n");
        ObjectNode size = Json.object();
        size.putObject("image/png").put("width", 300);
        ObjectNode svg = Json.object().put("image/svg+xml", "<svg onload='x()'/>");
        String page =
                page(
                        CodeCell.of("a", "int x = 1; // one")
                                .withOutputs(
                                        List.of(
                                                Output.displayData(table, Json.object()),
                                                Output.displayData(chart, size),
                                                Output.displayData(svg, Json.object()),
                                                Output.stream("stderr", "a < b\n"))));
        assertThat(page)
                .contains("<td>cell</td>", "alt=\"a chart\" width=\"300\"", "base64,QUFB\"")
                .contains("data:image/svg+xml;base64,", "a &lt; b")
                .contains("<span class=\"keyword\">int</span>")
                .doesNotContain("onclick", "onload", "plain</pre>");
    }

    @Test
    void aTracebackKeepsItsColours() {
        String page =
                page(
                        CodeCell.of("a", "x")
                                .withOutputs(
                                        List.of(
                                                Output.failure(
                                                        "E",
                                                        "v",
                                                        List.of(
                                                                "\u001b[1;31mbad\u001b[0m <x>",
                                                                "\u001b[38;5;196mred\u001b[0m")))));
        assertThat(page)
                .contains("<span class=\"ansi-bold ansi-1-fg\">bad</span> &lt;x&gt;")
                .contains("<span style=\"color:rgb(255,0,0);\">red</span>")
                .doesNotContain("\u001b");
    }

    @Test
    void aProgressBarEndsAsItStood() {
        assertThat(Ansi.html("1%\r50%\r100%\ndone\r\n")).isEqualTo("100%\ndone\n");
    }

    @Test
    void aScriptHasTheCodeAndTheRestAsComments() {
        Notebook notebook =
                NotebookFormat.read(
                        """
                        {"nbformat": 4, "nbformat_minor": 4, "cells": [
                         {"cell_type": "markdown", "metadata": {}, "source": "# Title\\n\\ntext"},
                         {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": 1,
                          "source": "%maven a:b:1\\nint x = 5 % 2;"},
                         {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": 2,
                          "source": "%%html\\n<b>"}],
                         "metadata": {"language_info": {"name": "java"}}}
                        """
                                .getBytes(StandardCharsets.UTF_8));
        Export script = Exports.export("script", "n", notebook, NONE);
        assertThat(script.fileName()).isEqualTo("n.jsh");
        assertThat(script.text())
                .isEqualTo(
                        """
                        // # Title
                        //
                        // text

                        // %maven a:b:1
                        int x = 5 % 2;

                        // %%html
                        // <b>
                        """);
    }

    @Test
    void anotherFormatIsAnsweredWithThoseThatThereAre() {
        assertThatThrownBy(() -> Exports.export("pdf", "n", Notebook.empty(), NONE))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> {
                            assertThat(problem.status()).isEqualTo(404);
                            assertThat(problem.message())
                                    .contains("pdf")
                                    .contains("html and script");
                        });
    }

    private static String html(String markdown) {
        ObjectNode cell = Json.object().put("cell_type", "markdown").put("source", markdown);
        cell.putObject("metadata");
        ObjectNode json = Notebook.empty().json();
        ((tools.jackson.databind.node.ArrayNode) json.path("cells")).add(cell);
        return Exports.export("html", "n", new Notebook(json), NONE).text();
    }

    private static String page(CodeCell cell) {
        Notebook notebook = Notebook.empty().withCells(List.of(cell));
        return Exports.export("html", "n", notebook, NONE).text();
    }
}
