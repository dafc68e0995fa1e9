package dev.moka.kernel.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.kernel.log.Log;
import dev.moka.kernel.transport.Transport;
import dev.moka.kernel.transport.ZmqTransport;
import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.Message;
import dev.moka.protocol.zmq.ConnectionInfo;
import dev.moka.protocol.zmq.Multipart;
import dev.moka.protocol.zmq.Signer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZmqKernelTest extends KernelContract {
    private static final String KEY = "a-secret";

    private ConnectionInfo connection = freePorts();

    @Override
    Transport transport(Log log) {
        return new ZmqTransport(() -> connection, log);
    }

    @Override
    TestClient connect() throws IOException {
        ZmqClient client = new ZmqClient(connection);
        Message welcome = new Conversation(client).await(m -> m.channel() == Channel.IOPUB);
        assertThat(Conversation.type(welcome)).isIn("iopub_welcome", "status");
        return client;
    }

    @Test
    void aMessageWithAnotherKeyIsNotAnswered() throws IOException {
        Message request = cell("forged");
        ZmqClient client = (ZmqClient) client();
        client.send(
                Channel.SHELL, Multipart.encode(List.of(), request.toRaw(), new Signer("guessed")));
        talk().run("hello");
        assertThat(talk().exchange(request).messages()).isEmpty();
    }

    @Test
    void aReplayedMessageIsNotAnswered() throws IOException {
        Message request = cell("once");
        ZmqClient client = (ZmqClient) client();
        List<byte[]> frames = Multipart.encode(List.of(), request.toRaw(), new Signer(KEY));
        client.send(Channel.SHELL, frames);
        client.send(Channel.SHELL, frames);
        talk().finish(request);
        talk().run("hello");
        assertThat(talk().exchange(request).of("execute_result")).hasSize(1);
    }

    private static Message cell(String code) {
        return Conversation.message(
                Channel.SHELL, "execute_request", Json.object().put("code", code), Json.object());
    }

    private static ConnectionInfo freePorts() {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return new ConnectionInfo(
                    "127.0.0.1",
                    ports.get(0),
                    ports.get(1),
                    ports.get(2),
                    ports.get(3),
                    ports.get(4),
                    KEY,
                    "toy");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
