package dev.moka.protocol.zmq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.ProtocolException;
import dev.moka.protocol.jupyter.RawMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultipartTest {
    private final Signer signer = new Signer("secret");
    private final RawMessage message =
            new RawMessage(
                    Channel.SHELL,
                    bytes("{\"msg_type\":\"x\"}"),
                    bytes("{}"),
                    bytes("{}"),
                    bytes("{\"code\":\"1+1\"}"),
                    List.of(new byte[] {1, 2, 3}));

    @Test
    void aMessageSurvivesTheWire() {
        List<byte[]> frames = Multipart.encode(List.of(bytes("client")), message, signer);
        Multipart decoded = Multipart.decode(Channel.SHELL, frames, signer);
        assertThat(decoded.identities()).containsExactly(bytes("client"));
        assertThat(decoded.message()).usingRecursiveComparison().isEqualTo(message);
    }

    @Test
    void theSignatureIsWhatHmacSha256Defines() {
        // printf 'abcd' | openssl dgst -sha256 -hmac secret
        assertThat(signer.sign(List.of(bytes("a"), bytes("b"), bytes("c"), bytes("d"))))
                .asString(UTF_8)
                .isEqualTo("3057ecbaeceffb90b97394a97267236eca9f9e5520dfe387831a22a0eb7709d2");
    }

    @Test
    void aChangedMessageIsRefused() {
        List<byte[]> frames = new ArrayList<>(Multipart.encode(List.of(), message, signer));
        frames.set(5, bytes("{\"code\":\"2+2\"}"));
        assertThatThrownBy(() -> Multipart.decode(Channel.SHELL, frames, signer))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("a message on shell has a wrong signature");
    }

    @Test
    void aMessageCutShortIsRefused() {
        List<byte[]> frames = Multipart.encode(List.of(), message, signer).subList(0, 5);
        assertThatThrownBy(() -> Multipart.decode(Channel.SHELL, frames, signer))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("of 5 frames");
    }

    @Test
    void withoutAKeyNothingIsSignedAndEverythingAccepted() {
        Signer open = new Signer("");
        List<byte[]> frames = Multipart.encode(List.of(), message, open);
        assertThat(frames.get(1)).isEmpty();
        assertThat(Multipart.decode(Channel.SHELL, frames, open).message().header())
                .isEqualTo(message.header());
    }

    @Test
    void aSignatureIsKnownTheSecondTimeUntilItIsTooOld() {
        SeenSignatures seen = new SeenSignatures();
        byte[] first = signer.sign(List.of(bytes("0")));
        assertThat(seen.add(first)).isTrue();
        assertThat(seen.add(first)).isFalse();
        for (int i = 1; i <= SeenSignatures.LIMIT; i++) {
            seen.add(signer.sign(List.of(bytes(Integer.toString(i)))));
        }
        assertThat(seen.add(first)).isTrue();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
