package dev.moka.lab.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.protocol.jupyter.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The fixtures were written by Python's nbformat 5.
class NotebookFormatTest {
    @Test
    void theBytesAreThoseThatNbformatWrites() throws Exception {
        Notebook notebook = NotebookFormat.read(resource("odd-as-posted.json"));
        assertThat(new String(NotebookFormat.write(notebook), StandardCharsets.UTF_8))
                .isEqualTo(text("odd-as-nbformat-writes.ipynb"));
    }

    @Test
    void readingAndWritingChangesNothing() throws Exception {
        byte[] file = resource("odd-as-nbformat-writes.ipynb");
        assertThat(NotebookFormat.write(NotebookFormat.read(file))).isEqualTo(file);
    }

    @Test
    void anOldNotebookIsUpgradedAsNbformatDoes() throws Exception {
        Notebook notebook = NotebookFormat.read(resource("version3.ipynb"));
        ObjectNode written = Json.parseObject(NotebookFormat.write(notebook));
        for (JsonNode cell : written.path("cells")) {
            ((ObjectNode) cell).put("id", "ID");
        }
        assertThat(written).isEqualTo(Json.parseObject(resource("version3-upgraded.ipynb")));
        assertThat(NotebookFormat.fault(notebook)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "-0.0, -0.0",
        "1.0, 1.0",
        "0.1, 0.1",
        "100.0, 100.0",
        "1.0E15, 1000000000000000.0",
        "1.0E16, 1e+16",
        "1.5E300, 1.5e+300",
        "1.0E-4, 0.0001",
        "1.0E-5, 1e-05",
        "1.234E-10, 1.234e-10",
        "123456789.125, 123456789.125",
        "12345678.9, 12345678.9"
    })
    void numbersAreWrittenAsPythonDoes(double number, String python) {
        assertThat(PythonJson.number(number)).isEqualTo(python);
    }

    @Test
    void cellsWithoutIdsGetTheSameOnesEachTime() {
        byte[] file =
                """
                {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
                 {"cell_type": "markdown", "metadata": {}, "source": "a"},
                 {"cell_type": "markdown", "metadata": {}, "source": "a", "id": "same"},
                 {"cell_type": "markdown", "metadata": {}, "source": "a", "id": "same"}]}
                """
                        .getBytes(StandardCharsets.UTF_8);
        List<String> ids = ids(NotebookFormat.read(file));
        assertThat(ids).doesNotHaveDuplicates().contains("same").allMatch(id -> !id.isEmpty());
        assertThat(ids(NotebookFormat.read(file))).isEqualTo(ids);
    }

    @Test
    void whatIsNoNotebookIsRefusedInWords() {
        assertThatThrownBy(() -> read("{\"cells\": [\n  oops]}"))
                .isInstanceOf(NotebookException.class)
                .hasMessageContaining("line 2, column")
                .hasMessageNotContaining("Source");
        assertThatThrownBy(() -> read("[]")).hasMessageContaining("object");
        assertThatThrownBy(() -> read("{}")).hasMessageContaining("nbformat");
        assertThatThrownBy(() -> read("{\"nbformat\": 7}"))
                .hasMessageContaining("nbformat 7 cannot be read");
        assertThatThrownBy(() -> read("")).isInstanceOf(NotebookException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'cells': {} | 'cells' must be a list",
                "'cells': [{'cell_type': 'pie', 'metadata': {}, 'source': ''}] | cells[0] has the"
                        + " cell_type 'pie'",
                "'cells': [{'cell_type': 'raw', 'source': ''}] | cells[0] needs 'metadata'",
                "'cells': [{'cell_type': 'raw', 'metadata': {}, 'source': 3}] | cells[0] needs"
                        + " 'source'",
                "'cells': [{'cell_type': 'code', 'metadata': {}, 'source': '', 'execution_count':"
                        + " 'a'}] | execution_count",
                "'cells': [{'cell_type': 'code', 'metadata': {}, 'source': '', 'execution_count':"
                        + " null}] | needs 'outputs'"
            })
    void aFaultNamesItsPlace(String cells, String words) {
        Notebook notebook =
                read(
                        "{'nbformat': 4, 'nbformat_minor': 4, 'metadata': {}, %s}"
                                .formatted(cells)
                                .replace('\'', '"'));
        assertThat(NotebookFormat.fault(notebook).orElseThrow()).contains(words.replace('"', '\''));
    }

    @Test
    void aChangedCellLeavesTheOldNotebookAsItWas() {
        CodeCell cell = CodeCell.of("one", "1 + 1");
        Notebook notebook = Notebook.empty().withCells(List.of(cell));
        CodeCell run =
                cell.withExecutionCount(OptionalInt.of(3))
                        .withOutputs(List.of(Output.stream("stdout", "2\n")));
        Notebook changed = notebook.withCell(run);
        assertThat(notebook.codeCells().getFirst().outputs()).isEmpty();
        assertThat(changed.codeCells().getFirst().executionCount()).hasValue(3);
        assertThat(changed.cell("one").orElseThrow().json().propertyNames())
                .containsExactlyElementsOf(cell.json().propertyNames());
        assertThat(NotebookFormat.fault(changed)).isEmpty();
    }

    private static List<String> ids(Notebook notebook) {
        return notebook.cells().stream().map(Cell::id).toList();
    }

    private static Notebook read(String json) {
        return NotebookFormat.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String name) throws IOException {
        return new String(resource(name), StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = NotebookFormatTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
