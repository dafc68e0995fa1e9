package dev.moka.kernel;

import dev.moka.kernel.transport.LinkSettings;
import dev.moka.kernel.transport.LinkTransport;
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
public final class KernelMain implements CommandLine.Commands {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final long ENDING_SECONDS = 5;
    private static final String PARENT_VARIABLE = "JPY_PARENT_PID";

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Map<String, String> environment = System.getenv();
    private final Program program = new Program(out, err, environment);
    private final CountDownLatch end = new CountDownLatch(1);

    private KernelMain() {}

    /// Runs the kernel until it is told to end.
    public static void main(String[] arguments) {
        System.exit(new KernelMain().run(arguments));
    }

    private int run(String... arguments) {
        try {
            return CommandLine.parse(arguments).run(this);
        } catch (IllegalArgumentException e) {
            err.println("moka-kernel: " + e.getMessage());
            err.print(CommandLine.USAGE);
            return MISUSED;
        } catch (IOException | ProtocolException e) {
            err.println("moka-kernel: " + e.getMessage());
            return FAILED;
        }
    }

    @Override
    public int connect(Path connectionFile) throws IOException {
        watchParent();
        endInTime();
        return program.serve(
                new ZmqTransport(() -> connection(connectionFile), program.log()), end);
    }

    @Override
    public int listen(Path socket, Duration orphanTimeout) throws IOException {
        LinkSettings settings = LinkSettings.standard(orphanTimeout);
        endInTime();
        return program.serve(
                new LinkTransport(socket.toAbsolutePath(), settings, end::countDown, program.log()),
                end);
    }

    @Override
    public int train() throws IOException {
        return new Training(program).run();
    }

    @Override
    public int print(String text) {
        out.print(text);
        return 0;
    }

    /// User code may have left something that holds up the end of the kernel.
    private void endInTime() {
        CountDownLatch never = new CountDownLatch(1);
        Thread.ofPlatform()
                .daemon()
                .name("end-in-time")
                .start(() -> {
                    try {
                        end.await();
                        never.await(ENDING_SECONDS, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    Runtime.getRuntime().halt(0);
                });
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
        if (parent == null) {
            return;
        }
        Optional<ProcessHandle> starter =
                ProcessHandle.current()
                        .parent()
                        .filter(process -> parent.equals(Long.toString(process.pid())));
        if (starter.isPresent()) {
            CompletableFuture<Void> _ = starter.get().onExit().thenRun(end::countDown);
        }
    }
}
