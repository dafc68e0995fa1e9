package dev.moka.hub.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Brings a schema up to date with Flyway, whose start is skipped when nothing is to be done.
final class Migrations {
    /// The newest `V…__….sql` beside this class; a test compares.
    static final int LATEST = 5;

    private Migrations() {}

    static void apply(DataSource source) throws SQLException {
        if (version(source) == LATEST) {
            return;
        }
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:dev/moka/hub/database")
                .load()
                .migrate();
    }

    /// What the newest successful migration was, or -1 when that can't be told.
    private static int version(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            try (ResultSet tables =
                    connection.getMetaData().getTables(null, null, "flyway_schema_history", null)) {
                if (!tables.next()) {
                    return -1;
                }
            }
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery(
                                    """
                                    select version, success from flyway_schema_history
                                    order by installed_rank desc limit 1
                                    """)) {
                return row.next() && row.getBoolean(2) ? Integer.parseInt(row.getString(1)) : -1;
            }
        }
    }
}
