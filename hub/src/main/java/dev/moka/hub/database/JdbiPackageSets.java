package dev.moka.hub.database;

import dev.moka.hub.identity.UserName;
import dev.moka.hub.notebook.PackageSet;
import dev.moka.hub.notebook.PackageSetStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/// Package sets in the database.
public final class JdbiPackageSets implements PackageSetStore {
    private final Database database;
    private final OwnedTable<PackageSet> table;

    public JdbiPackageSets(Database database) {
        this.database = database;
        this.table = new OwnedTable<>(database, "package_sets", (row, _) -> set(row));
    }

    @Override
    public boolean insert(PackageSet set) {
        return database.write(handle ->
                bound(
                                        handle.createUpdate(
                                                """
                                                insert into package_sets (owner, name, coordinates, shared, changed_at)
                                                values (:owner, :name, :coordinates, :shared, :changed)
                                                on conflict do nothing
                                                """),
                                        set)
                                .execute()
                        == 1);
    }

    @Override
    public boolean update(PackageSet set) {
        return database.write(handle ->
                bound(
                                        handle.createUpdate(
                                                """
                                                update package_sets set coordinates = :coordinates, shared = :shared,
                                                    changed_at = :changed
                                                where owner = :owner and name = :name
                                                """),
                                        set)
                                .execute()
                        == 1);
    }

    @Override
    public boolean delete(UserName owner, String name) {
        return table.delete(owner, name);
    }

    @Override
    public Optional<PackageSet> find(UserName owner, String name) {
        return table.find(owner, name);
    }

    @Override
    public List<PackageSet> usable(UserName owner) {
        return table.usable(owner);
    }

    private static Update bound(Update update, PackageSet set) {
        return update.bind("owner", set.owner().value())
                .bind("name", set.name())
                .bind("coordinates", InstanceJson.coordinates(set.coordinates()).toString())
                .bind("shared", set.shared())
                .bind("changed", set.changedAt().toEpochMilli());
    }

    private static PackageSet set(ResultSet row) throws SQLException {
        return new PackageSet(
                new UserName(row.getString("owner")),
                row.getString("name"),
                InstanceJson.coordinates(row.getString("coordinates")),
                row.getBoolean("shared"),
                Columns.instant(row, "changed_at"));
    }
}
