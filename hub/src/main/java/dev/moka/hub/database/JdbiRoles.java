package dev.moka.hub.database;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.account.AccountRole;
import dev.moka.hub.account.RoleStore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Roles in the database.
public final class JdbiRoles implements RoleStore {
    private final Database database;

    public JdbiRoles(Database database) {
        this.database = database;
    }

    @Override
    public boolean insert(AccountRole role) {
        return database.write(handle ->
                handle.createUpdate(
                                        """
                                        insert into roles (account_id, name, name_folded, path, trust_policy,
                                            description, max_session_seconds, created_at)
                                        values (:account, :name, :folded, :path, :trust, :description,
                                            :seconds, :created)
                                        on conflict do nothing
                                        """)
                                .bind("account", role.account().value())
                                .bind("name", role.name())
                                .bind("folded", folded(role.name()))
                                .bind("path", role.path())
                                .bind("trust", role.trustPolicy())
                                .bind("description", role.description())
                                .bind("seconds", role.maxSessionSeconds())
                                .bind("created", role.createdAt().toEpochMilli())
                                .execute()
                        == 1);
    }

    @Override
    public Optional<AccountRole> find(AccountId account, String name) {
        return database.read(handle ->
                handle.createQuery(
                                "select * from roles where account_id = :account and name_folded ="
                                        + " :folded")
                        .bind("account", account.value())
                        .bind("folded", folded(name))
                        .map((row, _) -> role(row))
                        .findOne());
    }

    @Override
    public List<AccountRole> list(AccountId account) {
        return database.read(handle ->
                handle.createQuery("select * from roles where account_id = :account order by name")
                        .bind("account", account.value())
                        .map((row, _) -> role(row))
                        .list());
    }

    @Override
    public boolean delete(AccountId account, String name) {
        return database.write(handle ->
                handle.createUpdate(
                                        "delete from roles where account_id = :account and"
                                                + " name_folded = :folded")
                                .bind("account", account.value())
                                .bind("folded", folded(name))
                                .execute()
                        == 1);
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static AccountRole role(ResultSet row) throws SQLException {
        return new AccountRole(
                new AccountId(row.getString("account_id")),
                row.getString("name"),
                row.getString("path"),
                row.getString("trust_policy"),
                row.getString("description"),
                row.getInt("max_session_seconds"),
                Columns.instant(row, "created_at"));
    }
}
