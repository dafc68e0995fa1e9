package dev.moka.hub.database;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// Skipped, out loud, where there is no PostgreSQL.
class PostgresAwsStorageTest extends AwsStorageContract {
    @TempDir static Path folder;
    private static PostgresServer server;
    private static Database database;

    @BeforeAll
    static void open() throws Exception {
        Assumptions.assumeTrue(
                PostgresServer.isInstalled(),
                "no PostgreSQL under /usr/lib/postgresql: install the package postgresql to run"
                        + " this test");
        server = PostgresServer.start(folder);
        database = Postgres.open(server.url());
    }

    @AfterAll
    static void close() throws Exception {
        if (database != null) {
            database.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Override
    Database database() {
        return database;
    }
}
