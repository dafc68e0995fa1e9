package dev.moka.lab.run;

import dev.moka.lab.kernels.KernelLaunch;
import dev.moka.lab.kernels.KernelLauncher;
import dev.moka.lab.kernels.KernelProcess;
import dev.moka.lab.kernels.KernelResources;
import dev.moka.lab.kernels.LinkClient;
import dev.moka.lab.kernels.LinkListener;
import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.Header;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.Message;
import dev.moka.protocol.jupyter.WebSocketV1;
import dev.moka.protocol.link.LinkFrame;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/// A kernel process for one run of one notebook, ended with it.
final class HeadlessKernel implements Closeable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration EXIT_LIMIT = Duration.ofSeconds(5);
    private static final String SESSION = "moka-run";
    private static final int UNREAD = 10_000;

    private final Path folder;
    private final KernelProcess process;
    private final LinkClient link;
    private final BlockingQueue<Optional<Message>> inbox = new LinkedBlockingQueue<>(UNREAD);

    private HeadlessKernel(Path folder, KernelProcess process, Path socket) {
        this.folder = folder;
        this.process = process;
        this.link = new LinkClient(socket, process::isAlive, new Inbox());
    }

    /// Starts a kernel whose user code begins in a directory, and waits until it answers.
    static HeadlessKernel start(KernelLauncher launcher, Path directory)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("moka-run").toRealPath();
        Path socket = folder.resolve("kernel.sock");
        KernelLaunch launch =
                new KernelLaunch(
                        folder, socket, directory, KernelResources.DEFAULT, List.of(), Map.of());
        KernelProcess process = launcher.launch(launch);
        HeadlessKernel kernel = new HeadlessKernel(folder, process, socket);
        kernel.link.start();
        if (!kernel.link.awaitConnected(START_LIMIT)) {
            String words = Files.readString(launch.log());
            kernel.close();
            throw new IOException("The kernel did not start.\n" + words.strip());
        }
        return kernel;
    }

    /// Asks to run code and returns the request's id.
    String execute(String code, String cellId) throws IOException {
        ObjectNode content =
                Json.object()
                        .put("code", code)
                        .put("silent", false)
                        .put("store_history", true)
                        .put("allow_stdin", false)
                        .put("stop_on_error", true);
        content.putObject("user_expressions");
        return ask(Channel.SHELL, "execute_request", content, Json.object().put("cellId", cellId));
    }

    /// Asks to stop what runs.
    void interrupt() throws IOException {
        ask(Channel.CONTROL, "interrupt_request", Json.object(), Json.object());
    }

    private String ask(Channel channel, String type, ObjectNode content, ObjectNode metadata)
            throws IOException {
        Header header = Header.of(type, SESSION, "moka");
        Message message = new Message(channel, header, null, metadata, content, List.of());
        var _ = link.send(WebSocketV1.encode(message.toRaw()));
        return header.msgId();
    }

    /// The kernel's next message; empty when there is none in time, or it has ended.
    Optional<Message> next(Duration atMost) throws InterruptedException {
        Optional<Message> next = inbox.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        return next == null ? Optional.empty() : next;
    }

    /// Whether its process runs.
    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() throws IOException {
        try {
            ask(
                    Channel.CONTROL,
                    "shutdown_request",
                    Json.object().put("restart", false),
                    Json.object());
            if (!process.awaitExit(EXIT_LIMIT)) {
                process.kill();
            }
        } catch (InterruptedException e) {
            process.kill();
            Thread.currentThread().interrupt();
        }
        link.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private final class Inbox implements LinkListener {
        private String epoch = "";
        private long last;

        @Override
        public LinkFrame.Hello hello() {
            return new LinkFrame.Hello(epoch, last);
        }

        @Override
        public void welcomed(LinkFrame.Welcome welcome) {
            epoch = welcome.epoch();
        }

        @Override
        public void said(long sequence, byte[] frame) throws IOException {
            if (sequence > last) {
                last = sequence;
                put(Optional.of(Message.parse(WebSocketV1.decode(frame))));
            }
        }

        @Override
        public void gone() {
            try {
                put(Optional.empty());
            } catch (IOException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void put(Optional<Message> message) throws IOException {
            try {
                inbox.put(message);
            } catch (InterruptedException e) {
                throw new IOException("interrupted", e);
            }
        }
    }
}
