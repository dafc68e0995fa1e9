package dev.moka.hub.database;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class SqliteAwsStorageTest extends AwsStorageContract {
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
}
