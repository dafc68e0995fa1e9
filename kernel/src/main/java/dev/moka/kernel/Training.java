package dev.moka.kernel;

import dev.moka.kernel.transport.LinkSettings;
import dev.moka.kernel.transport.LinkTransport;
import dev.moka.kernel.transport.Transport;
import dev.moka.kernel.transport.ZmqTransport;
import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.Header;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.Message;
import dev.moka.protocol.zmq.ConnectionInfo;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.node.ObjectNode;

/// A short session with everything that people do first, over both transports, so that the JVM can
/// keep what it learned in an AOT cache: `java -XX:AOTCacheOutput=FILE -jar moka-kernel.jar
/// --train`.
final class Training {
    private static final List<String> CELLS =
            List.of(
                    "1+1",
                    "int x = 20; x * 2",
                    "var words = List.of(\"a\", \"b\", \"c\"); words",
                    "int twice(int n) { return 2 * n; }\ntwice(21)",
                    "record Point(int x, int y) {}\nnew Point(1, 2)",
                    "for (int i = 0; i < 2000; i++) System.out.println(\"line \" + i);",
                    "IntStream.range(0, 9).map(i -> i * i).boxed().collect(Collectors.toList())",
                    "System.err.println(\"to stderr\")",
                    "int wrong = \"text\";",
                    "int[] a = new int[2];\na[5] = 1;",
                    "%lsmagic",
                    "String s = \"text\"; s.length()");

    private static final List<String> QUESTIONS =
            List.of("complete_request", "inspect_request", "is_complete_request");
    private static final int FAILED = 1;

    private final Program program;

    Training(Program program) {
        this.program = program;
    }

    /// Runs the session twice, once over each transport.
    ///
    /// @return the exit status
    int run() throws IOException {
        Path folder = Files.createTempDirectory("moka-train");
        try {
            Path socket = folder.resolve("s");
            LinkSettings settings = LinkSettings.standard(Duration.ZERO);
            train(
                    new LinkTransport(socket, settings, () -> {}, program.log()),
                    () -> new LinkTrainee(socket));
            ConnectionInfo connection = freePorts();
            train(
                    new ZmqTransport(() -> connection, program.log()),
                    () -> new ZmqTrainee(connection));
            return 0;
        } finally {
            Files.delete(folder);
        }
    }

    private void train(Transport transport, Opening opening) throws IOException {
        program.serve(
                new TrainedTransport(transport, () -> converse(opening)), new CountDownLatch(1));
    }

    private void converse(Opening opening) {
        try (Trainee client = opening.open()) {
            client.ask(request(Channel.SHELL, "kernel_info_request", Json.object()));
            for (String code : CELLS) {
                ObjectNode content = Json.object().put("code", code);
                client.ask(request(Channel.SHELL, "execute_request", content));
            }
            for (String type : QUESTIONS) {
                ObjectNode content = Json.object().put("code", "Math.ma");
                client.ask(request(Channel.SHELL, type, content.put("cursor_pos", 7)));
            }
            client.ask(request(Channel.CONTROL, "interrupt_request", Json.object()));
            client.ask(request(Channel.CONTROL, "shutdown_request", Json.object()));
        } catch (IOException | RuntimeException e) {
            program.log().error("the training failed", e);
            Runtime.getRuntime().halt(FAILED);
        }
    }

    private static Message request(Channel channel, String type, ObjectNode content) {
        return new Message(
                channel,
                Header.of(type, "training", "training"),
                null,
                Json.object(),
                content,
                List.of());
    }

    private static ConnectionInfo freePorts() throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            List<Integer> ports = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                sockets.add(new ServerSocket(0));
                ports.add(sockets.getLast().getLocalPort());
            }
            return new ConnectionInfo(
                    "127.0.0.1",
                    ports.get(0),
                    ports.get(1),
                    ports.get(2),
                    ports.get(3),
                    ports.get(4),
                    UUID.randomUUID().toString(),
                    "java");
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    /// Makes a client.
    @FunctionalInterface
    private interface Opening {
        Trainee open() throws IOException;
    }
}
