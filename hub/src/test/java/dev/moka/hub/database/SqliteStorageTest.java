package dev.moka.hub.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStorageTest extends StorageContract {
    @TempDir static Path folder;
    private static Database database;

    @BeforeAll
    static void open() {
        database = Sqlite.open(folder.resolve("moka.db"));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    Database database() {
        return database;
    }

    @Test
    void syncsAtEachCommitAndChecksForeignKeys() {
        assertThat(pragma("journal_mode")).isEqualTo("wal");
        assertThat(pragma("synchronous")).isEqualTo("2");
        assertThat(pragma("foreign_keys")).isEqualTo("1");
    }

    @Test
    void skipsMigrationsWhenTheNewestIsThere() throws Exception {
        try (var files = Files.list(Path.of("src/main/resources/dev/moka/hub/database"))) {
            int newest =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.matches("V\\d+__.*\\.sql"))
                            .mapToInt(
                                    name -> Integer.parseInt(name.substring(1, name.indexOf('_'))))
                            .max()
                            .orElseThrow();
            assertThat(Migrations.LATEST).isEqualTo(newest);
        }
        Sqlite.open(folder.resolve("moka.db")).close();
    }

    @Test
    void aFileThatIsNoDatabaseIsNamedAndLeftAlone() throws Exception {
        Path file = folder.resolve("damaged.db");
        Files.writeString(file, "this is not a database, but somebody's text".repeat(100));

        assertThatThrownBy(() -> Sqlite.open(file))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("damaged.db")
                .hasMessageContaining("backup");
        assertThat(Files.readString(file)).startsWith("this is not");
    }

    private static String pragma(String name) {
        return database.write(
                handle -> handle.createQuery("pragma " + name).mapTo(String.class).one());
    }
}
