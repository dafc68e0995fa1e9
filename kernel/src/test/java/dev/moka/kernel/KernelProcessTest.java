package dev.moka.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.Header;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.Message;
import dev.moka.protocol.jupyter.WebSocketV1;
import dev.moka.protocol.link.LinkCodec;
import dev.moka.protocol.link.LinkFrame;
import java.io.File;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// The kernel as a process of its own.
@Timeout(180)
class KernelProcessTest {
    private static final int PATIENCE_SECONDS = 90;

    @TempDir Path folder;
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void runsJavaAndEndsWhenItIsTold() throws Exception {
        Process kernel = start("--socket", socket().toString());
        try (SocketChannel hub = connect(kernel)) {
            send(hub, Channel.SHELL, "execute_request", Json.object().put("code", "6 * 7"));
            assertThat(await(hub, "execute_result").path("data").path("text/plain").asString())
                    .isEqualTo("42");
            send(hub, Channel.CONTROL, "shutdown_request", Json.object());
            await(hub, "shutdown_reply");
        }
        assertThat(kernel.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(kernel.exitValue()).isZero();
        assertThat(socket()).doesNotExist();
    }

    @Test
    void explainsTheEndOfTheJvmToTheRunningCell() throws Exception {
        Process kernel = start("--socket", socket().toString());
        try (SocketChannel hub = connect(kernel)) {
            String code = "System.out.println(\"running\"); Thread.sleep(100000);";
            send(hub, Channel.SHELL, "execute_request", Json.object().put("code", code));
            assertThat(await(hub, "stream").path("text").asString()).isEqualTo("running\n");
            kernel.destroy();
            assertThat(await(hub, "error").path("ename").asString()).isEqualTo("KernelEnded");
            assertThat(await(hub, "execute_reply").path("status").asString()).isEqualTo("error");
            assertThat(await(hub, "status").path("execution_state").asString()).isEqualTo("idle");
        }
        assertThat(kernel.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void refusesWhatItCanNotServe() throws Exception {
        Process misused = start("--nonsense");
        assertThat(misused.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(misused.exitValue()).isEqualTo(2);
        Process missing = start(folder.resolve("none.json").toString());
        assertThat(missing.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(missing.exitValue()).isEqualTo(1);
        assertThat(folder.resolve("log"))
                .content()
                .contains("unknown option --nonsense")
                .contains("the connection file " + folder.resolve("none.json") + " does not exist");
    }

    private Path socket() {
        return folder.resolve("kernel.sock");
    }

    private Process start(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.moka.kernel.KernelMain"));
        command.addAll(List.of(arguments));
        File log = folder.resolve("log").toFile();
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                        .start();
        processes.add(process);
        return process;
    }

    private SocketChannel connect(Process kernel) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < PATIENCE_SECONDS * 10 && kernel.isAlive(); i++) {
            if (Files.exists(socket())) {
                try {
                    SocketChannel hub = SocketChannel.open(UnixDomainSocketAddress.of(socket()));
                    LinkCodec.write(hub, new LinkFrame.Hello("", 0));
                    return hub;
                } catch (IOException e) {
                    // The file is there a moment before the kernel listens.
                }
            }
            never.await(100, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError(
                "the kernel does not listen: " + Files.readString(folder.resolve("log"), UTF_8));
    }

    private static void send(SocketChannel hub, Channel channel, String type, ObjectNode content)
            throws IOException {
        Header header = Header.of(type, "test", "tester");
        var message = new Message(channel, header, null, Json.object(), content, List.of());
        LinkCodec.write(hub, new LinkFrame.Data(0, WebSocketV1.encode(message.toRaw())));
    }

    /// Reads until a message of this type comes; of `status`, until it is idle.
    private static ObjectNode await(SocketChannel hub, String type) throws IOException {
        while (true) {
            if (LinkCodec.read(hub) instanceof LinkFrame.Data(_, byte[] frame)) {
                Message message = Message.parse(WebSocketV1.decode(frame));
                boolean wanted = message.header().msgType().equals(type);
                boolean busy =
                        message.content().path("execution_state").asString("").equals("busy");
                if (wanted && !busy) {
                    return message.content();
                }
            }
        }
    }
}
