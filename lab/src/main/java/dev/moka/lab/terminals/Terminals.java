package dev.moka.lab.terminals;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// The terminals of one lab. They end with it.
public final class Terminals implements Closeable {
    /// How many may be open at a time.
    public static final int MOST = 32;

    private static final int COLUMNS = 80;
    private static final int ROWS = 24;

    private final Supplier<Map<String, String>> environment;
    private final Clock clock;
    private final Map<String, Terminal> terminals = new ConcurrentHashMap<>();
    private final AtomicInteger names = new AtomicInteger();

    /// @param environment all that shells see of the environment; asked for at each start
    public Terminals(Supplier<Map<String, String>> environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /// Opens a terminal.
    ///
    /// @param folder where the shell starts
    /// @throws TooManyTerminals when the limit is reached
    public Terminal open(Path folder) throws IOException {
        if (terminals.size() >= MOST) {
            throw new TooManyTerminals(MOST);
        }
        Map<String, String> variables = new HashMap<>(environment.get());
        variables.put("TERM", "xterm-256color");
        variables.put("COLORTERM", "truecolor");
        String shell = shell(variables);
        variables.put("SHELL", shell);
        PtyProcess process =
                new PtyProcessBuilder(new String[] {shell, "-l"})
                        .setEnvironment(variables)
                        .setDirectory(folder.toString())
                        .setInitialColumns(COLUMNS)
                        .setInitialRows(ROWS)
                        .start();
        String name = Integer.toString(names.incrementAndGet());
        Terminal terminal = new Terminal(name, process, clock);
        terminals.put(name, terminal);
        terminal.start(() -> terminals.remove(name));
        return terminal;
    }

    private static String shell(Map<String, String> variables) {
        return List.of(variables.getOrDefault("SHELL", "/bin/bash"), "/bin/bash").stream()
                .filter(path -> path.startsWith("/") && Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElse("/bin/sh");
    }

    /// All open terminals.
    public List<Terminal> all() {
        return terminals.values().stream()
                .sorted(Comparator.comparingInt(terminal -> Integer.parseInt(terminal.name())))
                .toList();
    }

    /// The terminal of a name.
    public Optional<Terminal> find(String name) {
        return Optional.ofNullable(terminals.get(name));
    }

    /// Ends a terminal.
    public void end(Terminal terminal) {
        terminals.remove(terminal.name());
        terminal.end();
    }

    @Override
    public void close() {
        all().forEach(this::end);
    }
}
