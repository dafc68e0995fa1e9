package dev.moka.protocol.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebSocketV1Test {
    private static RawMessage message(List<byte[]> buffers) {
        return new RawMessage(
                Channel.IOPUB,
                utf8("{\"a\":1}"),
                utf8("{}"),
                utf8("{}"),
                utf8("{\"x\":\"é\"}"),
                buffers);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aFrameHasTheBytesThatJupyterServerWrites() {
        // jupyter_server.services.kernels.connection.base.serialize_msg_to_ws_v1, same message, no
        // buffers.
        var raw =
                new RawMessage(
                        Channel.SHELL, utf8("{}"), utf8("{}"), utf8("{}"), utf8("{}"), List.of());
        String offsets =
                "0600000000000000"
                        + "3800000000000000"
                        + "3d00000000000000"
                        + "3f00000000000000"
                        + "4100000000000000"
                        + "4300000000000000"
                        + "4500000000000000";
        assertThat(HexFormat.of().formatHex(WebSocketV1.encode(raw)))
                .isEqualTo(offsets + HexFormat.of().formatHex(utf8("shell{}{}{}{}")));
    }

    @Test
    void whatWasEncodedDecodesToTheSame() {
        RawMessage decoded =
                WebSocketV1.decode(
                        WebSocketV1.encode(message(List.of(new byte[] {1, 2}, new byte[0]))));
        assertThat(decoded.channel()).isEqualTo(Channel.IOPUB);
        assertThat(decoded.content()).isEqualTo(utf8("{\"x\":\"é\"}"));
        assertThat(decoded.buffers()).containsExactly(new byte[] {1, 2}, new byte[0]);
    }

    @Test
    void aCutOrForgedFrameIsRefused() {
        byte[] frame = WebSocketV1.encode(message(List.of()));
        for (int length = 0; length < frame.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(frame, length);
            assertThatThrownBy(() -> WebSocketV1.decode(cut)).isInstanceOf(ProtocolException.class);
        }
        byte[] forged = frame.clone();
        ByteBuffer.wrap(forged).order(ByteOrder.LITTLE_ENDIAN).putLong(0, Long.MAX_VALUE);
        assertThatThrownBy(() -> WebSocketV1.decode(forged)).isInstanceOf(ProtocolException.class);
    }
}
