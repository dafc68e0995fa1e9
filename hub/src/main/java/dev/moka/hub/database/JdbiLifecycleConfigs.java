package dev.moka.hub.database;

import dev.moka.hub.identity.UserName;
import dev.moka.hub.notebook.LifecycleConfig;
import dev.moka.hub.notebook.LifecycleConfigStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/// Lifecycle configs in the database.
public final class JdbiLifecycleConfigs implements LifecycleConfigStore {
    private final Database database;

    public JdbiLifecycleConfigs(Database database) {
        this.database = database;
    }

    @Override
    public boolean insert(LifecycleConfig config) {
        return database.write(handle ->
                bound(
                                        handle.createUpdate(
                                                """
                                                insert into lifecycle_configs
                                                    (owner, name, on_create, on_start, shared, created_at, changed_at)
                                                values (:owner, :name, :create, :start, :shared, :created, :changed)
                                                on conflict do nothing
                                                """),
                                        config)
                                .bind("created", config.createdAt().toEpochMilli())
                                .execute()
                        == 1);
    }

    @Override
    public boolean update(LifecycleConfig config) {
        return database.write(handle ->
                bound(
                                        handle.createUpdate(
                                                """
                                                update lifecycle_configs set on_create = :create, on_start = :start,
                                                    shared = :shared, changed_at = :changed
                                                where owner = :owner and name = :name
                                                """),
                                        config)
                                .execute()
                        == 1);
    }

    @Override
    public boolean delete(UserName owner, String name) {
        return database.write(handle ->
                handle.createUpdate(
                                        "delete from lifecycle_configs where owner = :owner and"
                                                + " name = :name")
                                .bind("owner", owner.value())
                                .bind("name", name)
                                .execute()
                        == 1);
    }

    @Override
    public Optional<LifecycleConfig> find(UserName owner, String name) {
        return database.read(handle ->
                handle.createQuery(
                                "select * from lifecycle_configs where owner = :owner and name ="
                                        + " :name")
                        .bind("owner", owner.value())
                        .bind("name", name)
                        .map((row, _) -> config(row))
                        .findOne());
    }

    @Override
    public List<LifecycleConfig> usable(UserName owner) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select * from lifecycle_configs where owner = :owner or shared
                                order by name, owner
                                """)
                        .bind("owner", owner.value())
                        .map((row, _) -> config(row))
                        .list());
    }

    private static Update bound(Update update, LifecycleConfig config) {
        return update.bind("owner", config.owner().value())
                .bind("name", config.name())
                .bind("create", config.onCreate())
                .bind("start", config.onStart())
                .bind("shared", config.shared())
                .bind("changed", config.changedAt().toEpochMilli());
    }

    private static LifecycleConfig config(ResultSet row) throws SQLException {
        return new LifecycleConfig(
                new UserName(row.getString("owner")),
                row.getString("name"),
                row.getString("on_create"),
                row.getString("on_start"),
                row.getBoolean("shared"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "changed_at"));
    }
}
