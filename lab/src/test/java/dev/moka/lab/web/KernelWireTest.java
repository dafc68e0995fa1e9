package dev.moka.lab.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.lab.journal.FramePeek;
import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.Header;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.Message;
import dev.moka.protocol.jupyter.ProtocolException;
import dev.moka.protocol.jupyter.RawMessage;
import dev.moka.protocol.jupyter.WebSocketV1;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class KernelWireTest {
    private static RawMessage message(List<byte[]> buffers) {
        Header header = Header.of("comm_msg", "s", "ann");
        ObjectNode content = Json.object().put("comm_id", "ü");
        return new Message(Channel.IOPUB, header, null, Json.object(), content, buffers).toRaw();
    }

    @Test
    void aMessageWithoutBuffersIsOneJsonObject() {
        RawMessage message = message(List.of());
        byte[] text = KernelWire.text(message, FramePeek.of(WebSocketV1.encode(message)));
        ObjectNode json = Json.parseObject(text);
        assertThat(json.path("channel").asString()).isEqualTo("iopub");
        assertThat(json.path("msg_type").asString()).isEqualTo("comm_msg");
        assertThat(json.path("content").path("comm_id").asString()).isEqualTo("ü");
        assertThat(json.path("buffers")).isEmpty();
    }

    @Test
    void aMessageWithBuffersMakesARoundTrip() {
        RawMessage message = message(List.of(new byte[] {1, 2, 3}, new byte[0], new byte[] {9}));
        byte[] binary = KernelWire.binary(message, FramePeek.of(WebSocketV1.encode(message)));
        RawMessage back = WebSocketV1.decode(KernelWire.frame(ByteBuffer.wrap(binary)));
        assertThat(back.channel()).isEqualTo(Channel.IOPUB);
        assertThat(Json.parseObject(back.content())).isEqualTo(Json.parseObject(message.content()));
        assertThat(back.buffers()).hasSize(3);
        assertThat(back.buffers().getFirst()).containsExactly(1, 2, 3);
    }

    @Test
    void whatIsNoMessageIsRefused() {
        assertThatThrownBy(() -> KernelWire.frame("[]")).isInstanceOf(ProtocolException.class);
        ByteBuffer wrong = ByteBuffer.allocate(12).putInt(2).putInt(400).putInt(3).flip();
        assertThatThrownBy(() -> KernelWire.frame(wrong)).isInstanceOf(ProtocolException.class);
    }
}
