package dev.moka.lab.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.lab.testing.Reply;
import dev.moka.lab.testing.RunningLab;
import dev.moka.protocol.jupyter.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ContentsTest {
    private static final String CONTENTS = "/api/contents/";

    @TempDir Path folder;
    private RunningLab lab;

    @BeforeEach
    void start() throws IOException {
        lab = new RunningLab(folder);
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void aSaveKeepsTheModeOfTheFileAndLeavesNothingElseBehind() throws Exception {
        Path script = Files.writeString(lab.root().resolve("run.sh"), "old");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x---"));

        assertThat(save("run.sh", "new").status()).isEqualTo(200);

        assertThat(script).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(script)))
                .isEqualTo("rwxr-x---");
        assertThat(names(lab.root())).containsExactly("run.sh");
    }

    @Test
    void aChangeBehindTheEditorsBackShowsInTheHash() throws Exception {
        String saved = save("a.txt", "mine").json().path("hash").asString();
        assertThat(hash("a.txt")).isEqualTo(saved);

        Files.writeString(lab.root().resolve("a.txt"), "theirs");

        assertThat(hash("a.txt")).isNotEqualTo(saved);
    }

    @Test
    void aNotebookThatIsNoJsonSaysWhereItBreaks() throws Exception {
        Files.writeString(lab.root().resolve("bad.ipynb"), "{\n \"cells\": [}\n");
        Reply reply = lab.get(CONTENTS + "bad.ipynb");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("message").asString())
                .startsWith("Unreadable Notebook: bad.ipynb")
                .contains("line 2, column 12")
                .doesNotContain("Source");
    }

    @Test
    void anInvalidNotebookStillOpensAndSaysWhatIsWrong() throws Exception {
        Files.writeString(
                lab.root().resolve("odd.ipynb"),
                """
                {"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [
                 {"cell_type": "code", "source": "x", "metadata": {}, "execution_count": null,
                  "outputs": [{"output_type": "wat"}]}]}
                """);
        Reply reply = lab.get(CONTENTS + "odd.ipynb");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("message").asString()).contains("cells[0].outputs[0]");
    }

    @Test
    void somethingThatIsNoNotebookIsNotSavedAsOne() throws Exception {
        ObjectNode body = Json.object().put("type", "notebook").put("format", "json");
        body.putObject("content").put("cells", "none");
        Reply reply = lab.call("PUT", CONTENTS + "n.ipynb", body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("message").asString()).contains("nbformat");
        assertThat(lab.root().resolve("n.ipynb")).doesNotExist();
    }

    @Test
    void outputsMadeHereAreTrustedAndOthersAreNot() throws Exception {
        lab.call("PUT", CONTENTS + "mine.ipynb", notebook(true));
        assertThat(trusted("mine.ipynb")).isTrue();

        Files.copy(lab.root().resolve("mine.ipynb"), lab.root().resolve("same.ipynb"));
        assertThat(trusted("same.ipynb")).isTrue();

        String other = Files.readString(lab.root().resolve("mine.ipynb")).replace("<b>", "<i>");
        Files.writeString(lab.root().resolve("theirs.ipynb"), other);
        assertThat(trusted("theirs.ipynb")).isFalse();

        assertThat(lab.call("POST", CONTENTS + "theirs.ipynb/trust", null).status()).isEqualTo(201);
        assertThat(trusted("theirs.ipynb")).isTrue();
        assertThat(lab.root().resolve("theirs.ipynb")).content().doesNotContain("trusted");
    }

    @Test
    void savingUntrustedOutputsDoesNotTrustThem() throws Exception {
        lab.call("PUT", CONTENTS + "n.ipynb", notebook(false));
        assertThat(trusted("n.ipynb")).isFalse();
    }

    @Test
    void whatIsDeletedLiesInTheTrash() throws Exception {
        save("d.txt", "precious");
        assertThat(lab.call("DELETE", CONTENTS + "d.txt", null).status()).isEqualTo(204);
        assertThat(lab.root().resolve("d.txt")).doesNotExist();
        Path trash = folder.resolve("run/trash");
        Path place = trash.resolve(names(trash).getFirst());
        assertThat(place.resolve("item")).hasContent("precious");
        assertThat(place.resolve("where.json")).content().contains("d.txt");
    }

    @Test
    void whatWasDeletedIsListedBroughtBackAndDeletedForGood() throws Exception {
        save("d.txt", "precious");
        lab.call("DELETE", CONTENTS + "d.txt", null);
        String id = lab.get("/moka/trash").json().path("items").path(0).path("id").asString();

        Reply restored = lab.call("POST", "/moka/trash/" + id + "/restore", null);
        assertThat(restored.status()).isEqualTo(200);
        assertThat(restored.json().path("path").asString()).isEqualTo("d.txt");
        assertThat(lab.root().resolve("d.txt")).hasContent("precious");

        lab.call("DELETE", CONTENTS + "d.txt", null);
        assertThat(lab.call("DELETE", "/moka/trash", null).status()).isEqualTo(204);
        assertThat(lab.get("/moka/trash").json().path("items")).isEmpty();
        assertThat(lab.call("POST", "/moka/trash/..%2f..%2fwork/restore", null).status())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void aCheckpointBringsTheFileBack() throws Exception {
        save("a.txt", "first");
        String checkpoints = CONTENTS + "a.txt/checkpoints";
        assertThat(lab.call("POST", checkpoints, null).status()).isEqualTo(201);
        save("a.txt", "second");
        lab.call("PATCH", CONTENTS + "a.txt", Json.object().put("path", "b.txt"));
        assertThat(lab.call("POST", CONTENTS + "b.txt/checkpoints/checkpoint", null).status())
                .isEqualTo(204);
        assertThat(lab.root().resolve("b.txt")).hasContent("first");
    }

    @Test
    void anUploadInPiecesAppearsWithTheLast() throws Exception {
        assertThat(chunk(1, "aGFs").status()).isEqualTo(201);
        assertThat(lab.root().resolve("up.bin")).doesNotExist();
        assertThat(lab.get(CONTENTS).json().path("content")).isEmpty();
        assertThat(chunk(2, "bG8=").json().path("size").asInt()).isEqualTo(5);
        assertThat(chunk(-1, "IQ==").status()).isEqualTo(200);
        assertThat(lab.root().resolve("up.bin")).hasContent("hallo!");
    }

    @Test
    void anUploadThatDidNotBeginIsRefused() throws Exception {
        Reply reply = chunk(2, "bG8=");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("message").asString()).contains("chunk 1");
    }

    @Test
    void aFolderIsCopiedWithWhatIsInItButNotIntoItself() throws Exception {
        Files.createDirectories(lab.root().resolve("d/e"));
        Files.writeString(lab.root().resolve("d/e/f.txt"), "x");
        ObjectNode copy = Json.object().put("copy_from", "d");
        assertThat(lab.call("POST", "/api/contents", copy).status()).isEqualTo(201);
        assertThat(lab.root().resolve("d-Copy1/e/f.txt")).hasContent("x");
        assertThat(lab.call("POST", CONTENTS + "d/e", copy).status()).isEqualTo(400);
    }

    @Test
    void aNotebookWithALongOutputIsSavedAndOpened() throws Exception {
        ObjectNode body = notebook(true);
        String text = "a line of output\n".repeat(1 << 20);
        ObjectNode stream = ((ArrayNode) body.at("/content/cells/0/outputs")).addObject();
        stream.put("output_type", "stream").put("name", "stdout").put("text", text);
        assertThat(lab.call("PUT", CONTENTS + "long.ipynb", body).status()).isEqualTo(201);
        assertThat(
                        lab.get(CONTENTS + "long.ipynb")
                                .json()
                                .at("/content/cells/0/outputs/1/text")
                                .asString())
                .isEqualTo(text);
        assertThat(trusted("long.ipynb")).isTrue();
    }

    @Test
    void badJsonIsAnsweredWithItsPosition() throws Exception {
        Reply reply = lab.text("PUT", CONTENTS + "a.txt", "{\"type\": \"file\", oops}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("message").asString()).contains("line 1, column");
    }

    @Test
    void anOddNameIsSavedAndFoundUnderIt() throws Exception {
        String name = "ü %25 & + #?.txt";
        String encoded = "%C3%BC%20%2525%20&%20+%20%23%3F.txt";
        Reply saved = save(encoded, "x");
        assertThat(saved.status()).as(saved.text()).isEqualTo(201);
        assertThat(lab.root().resolve(name)).hasContent("x");
        assertThat(
                        lab.get(saved.header("Location").substring("/notebook/ann/demo".length()))
                                .status())
                .isEqualTo(200);
    }

    @Test
    void aNameThatNoFileCanHaveIsRefused() throws Exception {
        Reply reply = save("x".repeat(300), "x");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("message").asString()).contains("300 bytes").contains("255");
    }

    private Reply save(String path, String text) throws IOException, InterruptedException {
        ObjectNode body =
                Json.object().put("type", "file").put("format", "text").put("content", text);
        return lab.call("PUT", CONTENTS + path, body);
    }

    private Reply chunk(int number, String base64) throws IOException, InterruptedException {
        ObjectNode body = Json.object().put("type", "file").put("format", "base64");
        body.put("content", base64).put("chunk", number);
        return lab.call("PUT", CONTENTS + "up.bin", body);
    }

    private String hash(String path) throws IOException, InterruptedException {
        return lab.get(CONTENTS + path + "?content=0&hash=1").json().path("hash").asString();
    }

    private boolean trusted(String path) throws IOException, InterruptedException {
        return lab.get(CONTENTS + path).json().at("/content/cells/0/metadata/trusted").asBoolean();
    }

    private static ObjectNode notebook(boolean trusted) {
        ObjectNode body = Json.object().put("type", "notebook").put("format", "json");
        ObjectNode content = body.putObject("content");
        content.put("nbformat", 4).put("nbformat_minor", 5).putObject("metadata");
        ObjectNode cell = content.putArray("cells").addObject();
        cell.put("cell_type", "code").put("id", "a").put("source", "x").put("execution_count", 1);
        cell.putObject("metadata").put("trusted", trusted);
        ArrayNode outputs = cell.putArray("outputs");
        ObjectNode output = outputs.addObject().put("output_type", "display_data");
        output.putObject("data").put("text/html", "<b>1</b>");
        output.putObject("metadata");
        return body;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
