package dev.moka.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the kernel was asked to do, as the command line says it.
sealed interface CommandLine {
    /// How to call the kernel.
    String USAGE =
            """
            usage: java -jar moka-kernel.jar CONNECTION_FILE
                     speak ZeroMQ as the connection file says, for any Jupyter
                   java -jar moka-kernel.jar --socket PATH [--orphan-timeout SECONDS]
                     listen on a Unix-domain socket, for Moka; end after so long without a client
                     (86400 when absent, 0 for never)
                   java -jar moka-kernel.jar --train      run a short session and end, to make an AOT cache
                   java -jar moka-kernel.jar --version    print the version
            """;

    /// The time without a client after which a kernel on a socket ends.
    Duration ORPHAN_TIMEOUT = Duration.ofDays(1);

    /// Does what was asked.
    ///
    /// @return the exit status
    // Not a pattern switch: the JVM can't keep one in an AOT cache, and this one would lie on the
    // way to the first cell.
    int run(Commands commands) throws IOException;

    /// What can be asked for.
    interface Commands {
        /// Serves a connection file's sockets.
        int connect(Path connectionFile) throws IOException;

        /// Serves a Unix-domain socket.
        int listen(Path socket, Duration orphanTimeout) throws IOException;

        /// Runs a short session in this process and ends.
        int train() throws IOException;

        /// Prints the version, or how to call the kernel.
        int print(String text);
    }

    /// A connection file's name.
    record Connect(Path connectionFile) implements CommandLine {
        @Override
        public int run(Commands commands) throws IOException {
            return commands.connect(connectionFile);
        }
    }

    /// `--socket`.
    record Listen(Path socket, Duration orphanTimeout) implements CommandLine {
        @Override
        public int run(Commands commands) throws IOException {
            return commands.listen(socket, orphanTimeout);
        }
    }

    /// `--train`.
    record Train() implements CommandLine {
        @Override
        public int run(Commands commands) throws IOException {
            return commands.train();
        }
    }

    /// `--version`.
    record Version() implements CommandLine {
        @Override
        public int run(Commands commands) {
            return commands.print(Program.version() + System.lineSeparator());
        }
    }

    /// `--help`.
    record Help() implements CommandLine {
        @Override
        public int run(Commands commands) {
            return commands.print(USAGE);
        }
    }

    /// Reads the arguments.
    ///
    /// @throws IllegalArgumentException in the words of the person who typed them
    static CommandLine parse(String... arguments) {
        List<String> rest = new ArrayList<>(List.of(arguments));
        Optional<String> socket = option(rest, "--socket");
        Optional<String> orphanTimeout = option(rest, "--orphan-timeout");
        if (socket.isPresent()) {
            expectNothing(rest);
            Duration timeout = orphanTimeout.map(CommandLine::seconds).orElse(ORPHAN_TIMEOUT);
            return new Listen(Path.of(socket.get()), timeout);
        }
        if (orphanTimeout.isPresent()) {
            throw new IllegalArgumentException("--orphan-timeout needs --socket");
        }
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("a connection file or --socket PATH is needed");
        }
        String first = rest.removeFirst();
        expectNothing(rest);
        return switch (first) {
            case "--train" -> new Train();
            case "--version" -> new Version();
            case "--help", "-h" -> new Help();
            default -> {
                if (first.startsWith("-")) {
                    throw new IllegalArgumentException("unknown option " + first);
                }
                yield new Connect(Path.of(first));
            }
        };
    }

    private static Optional<String> option(List<String> arguments, String name) {
        int at = arguments.indexOf(name);
        if (at < 0) {
            return Optional.empty();
        }
        arguments.remove(at);
        if (at == arguments.size()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        return Optional.of(arguments.remove(at));
    }

    private static Duration seconds(String text) {
        try {
            long seconds = Long.parseLong(text);
            if (seconds < 0) {
                throw new NumberFormatException("negative");
            }
            return Duration.ofSeconds(seconds);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "--orphan-timeout is '%s'; it must be a whole number of seconds, 0 or more"
                            .formatted(text),
                    e);
        }
    }

    private static void expectNothing(List<String> rest) {
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException("too many arguments: " + String.join(" ", rest));
        }
    }
}
