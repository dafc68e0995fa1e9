package dev.moka.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.protocol.jupyter.ProtocolException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkCodecTest {
    private static LinkFrame read(byte[] bytes) throws IOException {
        return LinkCodec.read(Channels.newChannel(new ByteArrayInputStream(bytes)));
    }

    private static byte[] written(LinkFrame frame) throws IOException {
        var out = new ByteArrayOutputStream();
        LinkCodec.write(Channels.newChannel(out), frame);
        return out.toByteArray();
    }

    @Test
    void everyFrameSurvivesTheWire() throws IOException {
        for (LinkFrame frame :
                List.of(
                        new LinkFrame.Hello("", 0),
                        new LinkFrame.Welcome("é-1", 7, 2),
                        new LinkFrame.Ack(Long.MAX_VALUE))) {
            assertThat(read(written(frame))).isEqualTo(frame);
        }
        LinkFrame.Data data = (LinkFrame.Data) read(written(new LinkFrame.Data(3, new byte[] {9})));
        assertThat(data.sequence()).isEqualTo(3);
        assertThat(data.frame()).containsExactly(9);
    }

    @Test
    void aBadLengthTypeOrEndIsNamed() {
        assertThatThrownBy(() -> read(new byte[] {0x7f, 0, 0, 0}))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("2130706432");
        assertThatThrownBy(() -> read(new byte[] {0, 0, 0, 9, 77, 0, 0, 0, 0, 0, 0, 0, 0}))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("77");
        assertThatThrownBy(() -> read(new byte[] {0, 0})).isInstanceOf(EOFException.class);
    }
}
