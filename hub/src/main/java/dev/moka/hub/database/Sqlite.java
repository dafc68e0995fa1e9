package dev.moka.hub.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/// Opens a SQLite file so that what was acknowledged survives `kill -9` and a power loss.
public final class Sqlite {
    private static final int READERS = 4;
    private static final int BUSY_MILLIS = 5_000;

    private Sqlite() {}

    public static Database open(Path file) {
        try {
            Migrations.apply(source(file));
            HikariDataSource writers = pool("writer", source(file), 1);
            HikariDataSource readers = pool("readers", source(file), READERS);
            return new Database(
                    Jdbi.create(readers),
                    Jdbi.create(writers),
                    true,
                    () -> {
                        readers.close();
                        writers.close();
                    });
        } catch (SQLException | RuntimeException e) {
            throw new DatabaseException(
                    ("The database %s can't be opened: %s. If it is damaged, put a copy from your"
                         + " backup there; the notebooks under instances/ are not touched by this")
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static DataSource source(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static HikariDataSource pool(String name, DataSource source, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
