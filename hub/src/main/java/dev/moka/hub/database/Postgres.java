package dev.moka.hub.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;

/// Opens a PostgreSQL database, version 15 or later.
public final class Postgres {
    private static final int CONNECTIONS = 10;
    private static final int PATIENCE_MILLIS = 10_000;

    private Postgres() {}

    public static Database open(String url) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("postgresql");
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setInitializationFailTimeout(-1);
        HikariDataSource pool = new HikariDataSource(config);
        try {
            Migrations.apply(pool);
            Jdbi jdbi = Jdbi.create(pool);
            return new Database(jdbi, jdbi, false, pool);
        } catch (SQLException | RuntimeException e) {
            pool.close();
            throw new DatabaseException(
                    "The database %s can't be opened: %s"
                            .formatted(withoutSecrets(url), e.getMessage()),
                    e);
        }
    }

    /// The URL as it may be shown: without the query, which can hold a password.
    private static String withoutSecrets(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }
}
