package dev.moka.hub.database;

import dev.moka.hub.identity.UserName;
import dev.moka.hub.metering.UsageChange;
import dev.moka.hub.notebook.InstanceKey;
import dev.moka.hub.notebook.InstanceStore;
import dev.moka.hub.notebook.NotebookInstance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// Notebook instances in the database.
public final class JdbiInstances implements InstanceStore {
    private final Database database;

    public JdbiInstances(Database database) {
        this.database = database;
    }

    @Override
    public boolean insert(NotebookInstance instance) {
        return database.write(handle ->
                bound(
                                        handle.createUpdate(
                                                """
                                                insert into notebook_instances (id, owner, name, name_folded, spec,
                                                    status, created_at, starts, created, package_lock, version)
                                                values (:id, :owner, :name, :folded, :spec,
                                                    :status, :createdAt, :starts, :created, :lock, :version)
                                                on conflict do nothing
                                                """),
                                        instance)
                                .bind("owner", instance.key().owner().value())
                                .bind("name", instance.key().name().value())
                                .bind(
                                        "folded",
                                        instance.key().name().value().toLowerCase(Locale.ROOT))
                                .bind("createdAt", instance.createdAt().toEpochMilli())
                                .execute()
                        == 1);
    }

    @Override
    public Optional<NotebookInstance> save(NotebookInstance instance, List<UsageChange> usage) {
        return database.write(handle -> {
            Optional<Long> version =
                    bound(
                                                    handle.createUpdate(
                                                            """
                                                            update notebook_instances set spec = :spec, status = :status,
                                                                starts = :starts, created = :created, package_lock = :lock,
                                                                version = version + 1
                                                            where id = :id and version = :version
                                                            """),
                                                    instance)
                                            .execute()
                                    == 1
                            ? Optional.of(instance.version() + 1)
                            : Optional.empty();
            version.ifPresent(_ -> usage.forEach(change -> apply(handle, change)));
            return version.map(instance::withVersion);
        });
    }

    @Override
    public void delete(InstanceKey key) {
        database.change(handle ->
                handle.createUpdate(
                                "delete from notebook_instances where owner = :owner and name ="
                                        + " :name")
                        .bind("owner", key.owner().value())
                        .bind("name", key.name().value())
                        .execute());
    }

    @Override
    public Optional<NotebookInstance> find(InstanceKey key) {
        return database.read(handle ->
                handle.createQuery(
                                "select * from notebook_instances where owner = :owner and name ="
                                        + " :name")
                        .bind("owner", key.owner().value())
                        .bind("name", key.name().value())
                        .map((row, _) -> instance(row))
                        .findOne());
    }

    @Override
    public List<NotebookInstance> list(UserName owner) {
        return database.read(handle ->
                handle.createQuery(
                                "select * from notebook_instances where owner = :owner order by"
                                        + " name_folded")
                        .bind("owner", owner.value())
                        .map((row, _) -> instance(row))
                        .list());
    }

    @Override
    public List<NotebookInstance> listAll() {
        return database.read(handle ->
                handle.createQuery("select * from notebook_instances order by owner, name_folded")
                        .map((row, _) -> instance(row))
                        .list());
    }

    private static void apply(Handle handle, UsageChange change) {
        switch (change) {
            case UsageChange.Begin(var usage) -> JdbiUsage.begin(handle, usage);
            case UsageChange.End(var instanceId, var at) -> JdbiUsage.end(handle, instanceId, at);
        }
    }

    private static Update bound(Update update, NotebookInstance instance) {
        return update.bind("id", instance.id())
                .bind("spec", InstanceJson.spec(instance.spec()).toString())
                .bind("status", InstanceJson.status(instance.status()).toString())
                .bind("starts", instance.starts())
                .bind("created", instance.created())
                .bind("lock", InstanceJson.lock(instance.lock()).toString())
                .bind("version", instance.version());
    }

    private static NotebookInstance instance(ResultSet row) throws SQLException {
        return new NotebookInstance(
                row.getString("id"),
                InstanceKey.of(row.getString("owner"), row.getString("name")),
                InstanceJson.spec(row.getString("spec")),
                InstanceJson.status(row.getString("status")),
                Columns.instant(row, "created_at"),
                row.getInt("starts"),
                row.getBoolean("created"),
                InstanceJson.lock(row.getString("package_lock")),
                row.getLong("version"));
    }
}
