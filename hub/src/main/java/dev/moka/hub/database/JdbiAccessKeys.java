package dev.moka.hub.database;

import dev.moka.hub.account.AccessKey;
import dev.moka.hub.account.AccessKeyStore;
import dev.moka.hub.account.AccountId;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.identity.Role;
import dev.moka.hub.identity.UserName;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Access keys in the database.
public final class JdbiAccessKeys implements AccessKeyStore {
    /// A user who may act in an account: not disabled, and its owner or a member of its team.
    private static final String MEMBERS =
            """
            join accounts a on a.id = %s
            where not u.disabled and (a.user_name = u.name or exists (
                select 1 from account_members m where m.account_id = a.id and m.user_name = u.name))
            """;

    private final Database database;

    public JdbiAccessKeys(Database database) {
        this.database = database;
    }

    @Override
    public boolean insert(AccessKey key, String sealedSecret, int most) {
        return database.write(handle -> {
            // Locks the user, so that two at once don't both find room.
            handle.createUpdate("update users set name = name where name = :user")
                    .bind("user", key.user().value())
                    .execute();
            return handle.createUpdate(
                                    """
                                    insert into access_keys
                                        (id, account_id, user_name, sealed_secret, label, active, created_at)
                                    select :id, :account, :user, :secret, :label, :active, :created
                                    where (select count(*) from access_keys
                                           where user_name = :user and account_id = :account) < :most
                                    """)
                            .bind("id", key.id())
                            .bind("account", key.account().value())
                            .bind("user", key.user().value())
                            .bind("secret", sealedSecret)
                            .bind("label", key.label())
                            .bind("active", key.active())
                            .bind("created", key.createdAt().toEpochMilli())
                            .bind("most", most)
                            .execute()
                    == 1;
        });
    }

    @Override
    public Optional<Found> find(String id) {
        return database.read(handle ->
                handle.createQuery(
                                "select k.*, u.role from access_keys k join users u on u.name ="
                                        + " k.user_name "
                                        + MEMBERS.formatted("k.account_id")
                                        + " and k.id = :id")
                        .bind("id", id)
                        .map((row, _) -> found(row))
                        .findOne());
    }

    @Override
    public Optional<Caller> caller(UserName user, AccountId account) {
        return database.read(handle ->
                handle.createQuery(
                                "select u.name, u.role from users u "
                                        + MEMBERS.formatted(":account")
                                        + " and u.name = :user")
                        .bind("account", account.value())
                        .bind("user", user.value())
                        .map((row, _) ->
                                new Caller(
                                        new UserName(row.getString("name")),
                                        Role.valueOf(row.getString("role"))))
                        .findOne());
    }

    @Override
    public List<AccessKey> list(UserName user, AccountId account) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select * from access_keys
                                where user_name = :user and account_id = :account
                                order by created_at, id
                                """)
                        .bind("user", user.value())
                        .bind("account", account.value())
                        .map((row, _) -> key(row))
                        .list());
    }

    @Override
    public Optional<Found> any() {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select k.*, u.role from access_keys k join users u on u.name = k.user_name
                                limit 1
                                """)
                        .map((row, _) -> found(row))
                        .findOne());
    }

    @Override
    public void used(String id, AccessKey.LastUse use) {
        database.change(handle ->
                handle.createUpdate(
                                """
                                update access_keys set last_used_at = :at, last_used_service = :service,
                                    last_used_region = :region
                                where id = :id
                                """)
                        .bind("id", id)
                        .bind("at", use.at().toEpochMilli())
                        .bind("service", use.service())
                        .bind("region", use.region())
                        .execute());
    }

    @Override
    public boolean setActive(String id, UserName user, boolean active) {
        return database.write(handle ->
                handle.createUpdate(
                                        "update access_keys set active = :active where id = :id and"
                                                + " user_name = :user")
                                .bind("active", active)
                                .bind("id", id)
                                .bind("user", user.value())
                                .execute()
                        == 1);
    }

    @Override
    public boolean delete(String id, UserName user) {
        return database.write(handle ->
                handle.createUpdate("delete from access_keys where id = :id and user_name = :user")
                                .bind("id", id)
                                .bind("user", user.value())
                                .execute()
                        == 1);
    }

    private static Found found(ResultSet row) throws SQLException {
        AccessKey key = key(row);
        return new Found(
                key,
                row.getString("sealed_secret"),
                new Caller(key.user(), Role.valueOf(row.getString("role"))));
    }

    private static AccessKey key(ResultSet row) throws SQLException {
        Instant at = Columns.instantOrNull(row, "last_used_at");
        return new AccessKey(
                row.getString("id"),
                new AccountId(row.getString("account_id")),
                new UserName(row.getString("user_name")),
                row.getString("label"),
                row.getBoolean("active"),
                Columns.instant(row, "created_at"),
                at == null
                        ? null
                        : new AccessKey.LastUse(
                                at,
                                row.getString("last_used_service"),
                                row.getString("last_used_region")));
    }
}
