package dev.moka.hub.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.hub.identity.Role;
import dev.moka.hub.identity.User;
import dev.moka.hub.identity.UserName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SqliteDurabilityTest {
    private static final int ROUNDS = 3;

    @TempDir Path folder;

    @Test
    @Timeout(180)
    void whatWasAcknowledgedIsThereAfterKillMinusNine() throws Exception {
        Random random = new Random(7);
        Path file = folder.resolve("moka.db");
        Set<String> acknowledged = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            int enough = 100 + random.nextInt(400);
            acknowledged.addAll(writeUntilKilled(file, "r" + round, enough));
        }
        try (Database database = Sqlite.open(file)) {
            Set<String> found =
                    new JdbiUsers(database)
                            .list().stream().map(u -> u.name().value()).collect(Collectors.toSet());
            assertThat(found).containsAll(acknowledged);
            assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * 100 - 1);
        }
    }

    private static Set<String> writeUntilKilled(Path file, String prefix, int enough)
            throws IOException, InterruptedException {
        Process writer =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                "-Xmx128m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Writer.class.getName(),
                                file.toString(),
                                prefix)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        Set<String> acknowledged = new HashSet<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged.add(line);
                if (acknowledged.size() == enough) {
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return acknowledged;
    }

    /// Adds users for ever, and prints each name once its commit has returned.
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            Database database = Sqlite.open(Path.of(arguments[0]));
            JdbiUsers users = new JdbiUsers(database);
            for (int n = 0; ; n++) {
                UserName name = new UserName("%sn%d".formatted(arguments[1], n));
                users.insert(new User(name, Role.USER, false, false, Instant.EPOCH));
                System.out.println(name);
            }
        }
    }
}
