package dev.moka.kernel;

import dev.moka.kernel.loop.KernelLoop;
import dev.moka.kernel.loop.Shutdown;
import dev.moka.kernel.transport.LinkSettings;
import dev.moka.kernel.transport.LinkTransport;
import dev.moka.kernel.transport.Transport;
import dev.moka.kernel.transport.ZmqTransport;
import dev.moka.protocol.jupyter.ProtocolException;
import dev.moka.protocol.zmq.ConnectionInfo;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The kernel program. {@link CommandLine#USAGE} says how to call it.
public final class KernelMain {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final long ENDING_SECONDS = 5;
    private static final String PARENT_VARIABLE = "JPY_PARENT_PID";

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Map<String, String> environment = System.getenv();
    private final Program program = new Program(out, err, environment);
    private final CompletableFuture<Shutdown> end = new CompletableFuture<>();

    private KernelMain() {}

    /// Runs the kernel until it is told to end.
    public static void main(String[] arguments) {
        System.exit(new KernelMain().run(arguments));
    }

    private int run(String... arguments) {
        try {
            return switch (CommandLine.parse(arguments)) {
                case CommandLine.Connect(Path file) -> {
                    watchParent();
                    yield serve(new ZmqTransport(connection(file), program.log()));
                }
                case CommandLine.Listen(Path socket, Duration orphanTimeout) ->
                        serve(link(socket, orphanTimeout));
                case CommandLine.Train() -> new Training(program).run();
                case CommandLine.Version() -> print(Program.version() + System.lineSeparator());
                case CommandLine.Help() -> print(CommandLine.USAGE);
            };
        } catch (IllegalArgumentException e) {
            err.println("moka-kernel: " + e.getMessage());
            err.print(CommandLine.USAGE);
            return MISUSED;
        } catch (IOException | ProtocolException e) {
            err.println("moka-kernel: " + e.getMessage());
            return FAILED;
        }
    }

    private int serve(Transport transport) throws IOException {
        KernelLoop loop = program.kernel(transport, end::complete);
        LastWords lastWords = new LastWords(loop, transport);
        Runtime.getRuntime().addShutdownHook(new Thread(lastWords::onEnd, "last-words"));
        try {
            loop.start();
        } catch (IOException e) {
            lastWords.endIsExpected();
            throw e;
        }
        end.join();
        lastWords.endIsExpected();
        endSoon();
        loop.close();
        return 0;
    }

    /// User code may have left something that holds the JVM up.
    private static void endSoon() {
        CountDownLatch never = new CountDownLatch(1);
        Thread.ofPlatform()
                .daemon()
                .name("end-soon")
                .start(() -> {
                    try {
                        never.await(ENDING_SECONDS, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    Runtime.getRuntime().halt(0);
                });
    }

    private Transport link(Path socket, Duration orphanTimeout) {
        return new LinkTransport(
                socket.toAbsolutePath(),
                LinkSettings.standard(orphanTimeout),
                () -> end.complete(new Shutdown(false)),
                program.log());
    }

    private static ConnectionInfo connection(Path file) throws IOException {
        try {
            return ConnectionInfo.parse(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new IOException("the connection file %s does not exist".formatted(file), e);
        }
    }

    /// A Jupyter server that starts kernels names itself in the environment; when it dies, its
    /// kernels end, as ipykernel's do.
    private void watchParent() {
        String parent = environment.get(PARENT_VARIABLE);
        Optional<ProcessHandle> starter = ProcessHandle.current().parent();
        if (parent != null
                && starter.isPresent()
                && parent.equals(Long.toString(starter.get().pid()))) {
            CompletableFuture<Void> _ =
                    starter.get().onExit().thenRun(() -> end.complete(new Shutdown(false)));
        }
    }

    private int print(String text) {
        out.print(text);
        return 0;
    }
}
