package dev.moka.hub.database;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.logs.LogGroup;
import dev.moka.hub.logs.LogStream;
import dev.moka.hub.logs.LogStreamStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Log groups and streams in the database.
public final class JdbiLogStreams implements LogStreamStore {
    private final Database database;

    public JdbiLogStreams(Database database) {
        this.database = database;
    }

    @Override
    public boolean insert(LogGroup group) {
        return database.write(handle ->
                handle.createUpdate(
                                        """
                                        insert into log_groups (account, name, retention_days, created_at)
                                        values (:account, :name, :days, :created)
                                        on conflict do nothing
                                        """)
                                .bind("account", group.account().value())
                                .bind("name", group.name())
                                .bind("days", group.retentionDays())
                                .bind("created", group.createdAt().toEpochMilli())
                                .execute()
                        == 1);
    }

    @Override
    public boolean setRetention(LogGroup group) {
        return database.write(handle ->
                handle.createUpdate(
                                        """
                                        update log_groups set retention_days = :days
                                        where account = :account and name = :name
                                        """)
                                .bind("account", group.account().value())
                                .bind("name", group.name())
                                .bind("days", group.retentionDays())
                                .execute()
                        == 1);
    }

    @Override
    public List<LogStream> delete(LogGroup group) {
        return database.write(handle -> {
            List<LogStream> streams =
                    handle.createQuery(
                                    """
                                    delete from log_streams
                                    where account = :account and group_name = :name returning *
                                    """)
                            .bind("account", group.account().value())
                            .bind("name", group.name())
                            .map((row, _) -> stream(row))
                            .list();
            handle.createUpdate("delete from log_groups where account = :account and name = :name")
                    .bind("account", group.account().value())
                    .bind("name", group.name())
                    .execute();
            return streams;
        });
    }

    @Override
    public Optional<LogGroup> findGroup(AccountId account, String name) {
        return database.read(handle ->
                handle.createQuery(
                                "select * from log_groups where account = :account and name ="
                                        + " :name")
                        .bind("account", account.value())
                        .bind("name", name)
                        .map((row, _) -> group(row))
                        .findOne());
    }

    @Override
    public List<LogGroup> groups(AccountId account, String prefix, String after, int most) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select * from log_groups
                                where account = :account and name > :after
                                    and substr(name, 1, :length) = :prefix
                                order by name limit :most
                                """)
                        .bind("account", account.value())
                        .bind("after", after)
                        .bind("length", prefix.length())
                        .bind("prefix", prefix)
                        .bind("most", most)
                        .map((row, _) -> group(row))
                        .list());
    }

    @Override
    public boolean insert(LogStream stream) {
        return database.write(handle ->
                handle.createUpdate(
                                        """
                                        insert into log_streams (id, account, group_name, name, created_at)
                                        values (:id, :account, :group, :name, :created)
                                        on conflict do nothing
                                        """)
                                .bind("id", stream.id())
                                .bind("account", stream.account().value())
                                .bind("group", stream.group())
                                .bind("name", stream.name())
                                .bind("created", stream.createdAt().toEpochMilli())
                                .execute()
                        == 1);
    }

    @Override
    public boolean delete(LogStream stream) {
        return database.write(handle ->
                handle.createUpdate("delete from log_streams where id = :id")
                                .bind("id", stream.id())
                                .execute()
                        == 1);
    }

    @Override
    public Optional<LogStream> findStream(AccountId account, String group, String name) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select * from log_streams
                                where account = :account and group_name = :group and name = :name
                                """)
                        .bind("account", account.value())
                        .bind("group", group)
                        .bind("name", name)
                        .map((row, _) -> stream(row))
                        .findOne());
    }

    @Override
    public List<LogStream> streams(
            AccountId account, String group, String prefix, String after, int most) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select * from log_streams
                                where account = :account and group_name = :group and name > :after
                                    and substr(name, 1, :length) = :prefix
                                order by name limit :most
                                """)
                        .bind("account", account.value())
                        .bind("group", group)
                        .bind("after", after)
                        .bind("length", prefix.length())
                        .bind("prefix", prefix)
                        .bind("most", most)
                        .map((row, _) -> stream(row))
                        .list());
    }

    private static LogGroup group(ResultSet row) throws SQLException {
        int days = row.getInt("retention_days");
        return new LogGroup(
                new AccountId(row.getString("account")),
                row.getString("name"),
                row.wasNull() ? null : days,
                Columns.instant(row, "created_at"));
    }

    private static LogStream stream(ResultSet row) throws SQLException {
        return new LogStream(
                row.getString("id"),
                new AccountId(row.getString("account")),
                row.getString("group_name"),
                row.getString("name"),
                Columns.instant(row, "created_at"));
    }
}
