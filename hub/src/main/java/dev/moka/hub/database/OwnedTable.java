package dev.moka.hub.database;

import dev.moka.hub.identity.UserName;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/// What tables of things with an owner, a name and a flag that shares them have in common.
///
/// @param name the table, a constant of the program
record OwnedTable<T>(Database database, String name, RowMapper<T> rows) {

    boolean delete(UserName owner, String thing) {
        return database.write(handle ->
                handle.createUpdate(
                                        "delete from %s where owner = :owner and name = :name"
                                                .formatted(name))
                                .bind("owner", owner.value())
                                .bind("name", thing)
                                .execute()
                        == 1);
    }

    Optional<T> find(UserName owner, String thing) {
        return database.read(handle ->
                handle.createQuery(
                                "select * from %s where owner = :owner and name = :name"
                                        .formatted(name))
                        .bind("owner", owner.value())
                        .bind("name", thing)
                        .map(rows)
                        .findOne());
    }

    /// The owner's own, and what others share.
    List<T> usable(UserName owner) {
        return database.read(handle ->
                handle.createQuery(
                                "select * from %s where owner = :owner or shared order by name, owner"
                                        .formatted(name))
                        .bind("owner", owner.value())
                        .map(rows)
                        .list());
    }
}
