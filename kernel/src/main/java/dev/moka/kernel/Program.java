package dev.moka.kernel;

import dev.moka.kernel.java.JavaInterpreter;
import dev.moka.kernel.java.KernelSettings;
import dev.moka.kernel.log.Log;
import dev.moka.kernel.loop.ConsoleInput;
import dev.moka.kernel.loop.KernelLoop;
import dev.moka.kernel.loop.Shutdown;
import dev.moka.kernel.output.CellPrintStream;
import dev.moka.kernel.output.OutputRouter;
import dev.moka.kernel.output.StreamName;
import dev.moka.kernel.transport.Transport;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// The kernel's parts, put together for one transport.
final class Program {
    private static final String UNPACKAGED = "0.1.0-dev";

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;
    private final Log log;

    /// @param out the process's standard output
    /// @param err the process's standard error
    Program(PrintStream out, PrintStream err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = environment;
        log = new Log(err, Clock.systemUTC());
    }

    Log log() {
        return log;
    }

    /// The version in the jar's manifest.
    static String version() {
        String version = Program.class.getPackage().getImplementationVersion();
        return version == null ? UNPACKAGED : version;
    }

    /// Serves a transport until a client asks the kernel to end, or the latch opens.
    ///
    /// @return the exit status
    int serve(Transport transport, CountDownLatch end) throws IOException {
        KernelLoop loop = kernel(transport, _ -> end.countDown());
        LastWords lastWords = new LastWords(loop, transport);
        Runtime.getRuntime().addShutdownHook(new Thread(lastWords::onEnd, "last-words"));
        try (loop) {
            loop.start();
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lastWords.endIsExpected();
        }
        return 0;
    }

    /// A Java kernel on this transport, not started yet. From now on `System.out`, `System.err` and
    /// `System.in` are its.
    private KernelLoop kernel(Transport transport, Consumer<Shutdown> shutdown) {
        OutputRouter router = new OutputRouter();
        KernelLoop loop =
                new KernelLoop(
                        transport,
                        frontend ->
                                new JavaInterpreter(
                                        KernelSettings.fromEnvironment(environment),
                                        frontend.console()),
                        router,
                        shutdown,
                        version(),
                        Clock.systemUTC(),
                        log);
        System.setOut(new CellPrintStream(StreamName.STDOUT, router, out));
        System.setErr(new CellPrintStream(StreamName.STDERR, router, err));
        System.setIn(new ConsoleInput(loop.console()));
        return loop;
    }
}
