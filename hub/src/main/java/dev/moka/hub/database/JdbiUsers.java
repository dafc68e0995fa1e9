package dev.moka.hub.database;

import dev.moka.hub.identity.Role;
import dev.moka.hub.identity.User;
import dev.moka.hub.identity.UserName;
import dev.moka.hub.identity.UserStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Users in the database.
public final class JdbiUsers implements UserStore {
    private final Database database;

    public JdbiUsers(Database database) {
        this.database = database;
    }

    @Override
    public boolean insert(User user) {
        return database.write(handle ->
                handle.createUpdate(
                                        """
                                        insert into users (name, role, disabled, created_at)
                                        values (:name, :role, :disabled, :created)
                                        on conflict do nothing
                                        """)
                                .bind("name", user.name().value())
                                .bind("role", user.role().name())
                                .bind("disabled", user.disabled())
                                .bind("created", user.createdAt().toEpochMilli())
                                .execute()
                        == 1);
    }

    @Override
    public Optional<User> find(UserName name) {
        return database.read(handle ->
                handle.createQuery("select * from users where name = :name")
                        .bind("name", name.value())
                        .map((row, _) -> user(row))
                        .findOne());
    }

    @Override
    public List<User> list() {
        return database.read(handle ->
                handle.createQuery("select * from users order by name")
                        .map((row, _) -> user(row))
                        .list());
    }

    @Override
    public Optional<String> passwordHash(UserName name) {
        return database.read(handle ->
                handle.createQuery(
                                "select password_hash from users where name = :name and"
                                        + " password_hash is not null")
                        .bind("name", name.value())
                        .mapTo(String.class)
                        .findOne());
    }

    @Override
    public void setPassword(UserName name, String hash) {
        update("update users set password_hash = :value where name = :name", name, hash);
    }

    @Override
    public void clearPassword(UserName name) {
        database.change(handle ->
                handle.createUpdate("update users set password_hash = null where name = :name")
                        .bind("name", name.value())
                        .execute());
    }

    @Override
    public void setDisabled(UserName name, boolean disabled) {
        update("update users set disabled = :value where name = :name", name, disabled);
    }

    @Override
    public void setRole(UserName name, Role role) {
        update("update users set role = :value where name = :name", name, role.name());
    }

    @Override
    public void replaceLink(UserName user, String tokenHash, Instant expiresAt) {
        database.change(handle ->
                handle.createUpdate(
                                "update users set link_hash = :hash, link_expires_at = :expires"
                                        + " where name = :name")
                        .bind("hash", tokenHash)
                        .bind("expires", expiresAt.toEpochMilli())
                        .bind("name", user.value())
                        .execute());
    }

    @Override
    public Optional<UserName> linkOwner(String tokenHash, Instant now) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select name from users
                                where link_hash = :hash and link_expires_at > :now and not disabled
                                """)
                        .bind("hash", tokenHash)
                        .bind("now", now.toEpochMilli())
                        .mapTo(String.class)
                        .findOne()
                        .map(UserName::new));
    }

    @Override
    public Optional<UserName> redeemLink(String tokenHash, Instant now, String passwordHash) {
        return database.write(handle ->
                handle.createQuery(
                                """
                                update users
                                set password_hash = :password, link_hash = null, link_expires_at = null
                                where link_hash = :hash and link_expires_at > :now and not disabled
                                returning name
                                """)
                        .bind("password", passwordHash)
                        .bind("hash", tokenHash)
                        .bind("now", now.toEpochMilli())
                        .mapTo(String.class)
                        .findOne()
                        .map(UserName::new));
    }

    private void update(String sql, UserName name, Object value) {
        database.change(handle ->
                handle.createUpdate(sql).bind("name", name.value()).bind("value", value).execute());
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                new UserName(row.getString("name")),
                Role.valueOf(row.getString("role")),
                row.getBoolean("disabled"),
                row.getString("password_hash") != null,
                Columns.instant(row, "created_at"));
    }
}
