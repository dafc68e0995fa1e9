package dev.moka.algorithms.serving;

import dev.moka.algorithms.algorithm.Algorithm;
import dev.moka.algorithms.algorithm.JobError;
import dev.moka.algorithms.algorithm.JobLog;
import dev.moka.algorithms.algorithm.Model;
import dev.moka.algorithms.algorithm.ServingSettings;
import dev.moka.protocol.container.BatchVariables;
import dev.moka.protocol.container.ContainerException;
import dev.moka.protocol.container.ExitCode;
import dev.moka.protocol.container.OptMl;
import dev.moka.protocol.container.Serving;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// One run of a serving program: load, listen, answer until SIGTERM.
public final class Serve {
    private static final String LARGEST_BODY_VARIABLE = "MAX_CONTENT_LENGTH";
    private static final String LOOPBACK = "127.0.0.1";
    private static final long MEGABYTE = 1 << 20;

    private Serve() {}

    public static ExitCode run(Algorithm algorithm, Map<String, String> environment, JobLog log) {
        try {
            Path folder = OptMl.of(environment).model();
            Model model = algorithm.load(new ServingSettings(folder, environment, log));
            Invocations invocations = Invocations.of(algorithm.table(), model, environment, log);
            long largestBody = largestBody(environment);
            var server =
                    HttpServer.start(
                            address(environment),
                            largestBody,
                            new Routes(invocations, largestBody));
            log.raw(Serving.LISTENING + server.where());
            untilTerminated(server);
            return ExitCode.SUCCESS;
        } catch (JobError e) {
            log.error(e.reason());
            return e.exitCode();
        } catch (ContainerException | IOException e) {
            log.error(String.valueOf(e.getMessage()));
            return ExitCode.CLIENT_ERROR;
        }
    }

    private static SocketAddress address(Map<String, String> environment) throws IOException {
        String socket = environment.get(Serving.SOCKET_VARIABLE);
        if (socket != null) {
            Files.deleteIfExists(Path.of(socket));
            return UnixDomainSocketAddress.of(socket);
        }
        return new InetSocketAddress(
                environment.getOrDefault(Serving.ADDRESS_VARIABLE, LOOPBACK),
                Serving.port(environment));
    }

    /// 6 MB, as AWS's containers have it, unless a batch was promised more.
    private static long largestBody(Map<String, String> environment) {
        long standard = number(environment, LARGEST_BODY_VARIABLE, Serving.MAX_BODY_BYTES);
        return BatchVariables.isBatch(environment)
                ? Math.max(
                        standard,
                        MEGABYTE * number(environment, BatchVariables.MAX_PAYLOAD_IN_MB, 0))
                : standard;
    }

    private static long number(Map<String, String> environment, String name, long otherwise) {
        String text = environment.getOrDefault(name, "");
        try {
            return text.isEmpty() ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new ContainerException("%s is '%s', which is no number".formatted(name, text), e);
        }
    }

    /// What is being answered when SIGTERM comes is answered first.
    private static void untilTerminated(HttpServer server) {
        Thread hook = new Thread(() -> terminate(server), "terminate");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void terminate(HttpServer server) {
        server.drain(ExitCode.SERVING_GRACE.minusSeconds(5));
        Runtime.getRuntime().halt(ExitCode.SUCCESS.status());
    }
}
