package dev.moka.lab.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.protocol.jupyter.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class CellOutputsTest {
    private final CellOutputs outputs = new CellOutputs(100);

    private void print(String name, String text) {
        outputs.accept("stream", Json.object().put("name", name).put("text", text));
    }

    private static ObjectNode display(String text, String id) {
        ObjectNode content = Json.object();
        content.putObject("data").put("text/plain", text);
        content.putObject("metadata");
        content.putObject("transient").put("display_id", id);
        return content;
    }

    @Test
    void streamsOfOneNameThatFollowEachOtherAreOneOutput() {
        print("stdout", "a");
        print("stdout", "b");
        print("stderr", "c");
        print("stdout", "d");
        assertThat(outputs.toJson()).hasSize(3);
        assertThat(outputs.toJson().path(0).path("text").asString()).isEqualTo("ab");
    }

    @Test
    void anUpdateChangesWhatWasDisplayedAndLeavesNoTransients() {
        outputs.accept("display_data", display("10 %", "bar"));
        outputs.accept("update_display_data", display("90 %", "bar"));
        assertThat(outputs.toJson().toString())
                .contains("90 %")
                .doesNotContain("10 %", "transient");
    }

    @Test
    void clearingWaitsForTheNextOutputWhenAskedTo() {
        print("stdout", "old");
        outputs.accept("clear_output", Json.object().put("wait", true));
        assertThat(outputs.toJson().toString()).contains("old");
        print("stdout", "new");
        assertThat(outputs.toJson().toString()).contains("new").doesNotContain("old");
    }

    @Test
    void whatIsTooMuchIsLeftOutAndSaysSo() {
        print("stdout", "x".repeat(90));
        print("stdout", "y".repeat(20));
        assertThat(outputs.toJson().path(0).path("text").asString()).isEqualTo("x".repeat(90));
        assertThat(outputs.toJson().path(1).path("text").asString()).contains("20 more characters");
    }
}
