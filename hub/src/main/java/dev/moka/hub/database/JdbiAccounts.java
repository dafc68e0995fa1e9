package dev.moka.hub.database;

import dev.moka.hub.account.Account;
import dev.moka.hub.account.AccountId;
import dev.moka.hub.account.AccountStore;
import dev.moka.hub.account.TeamName;
import dev.moka.hub.identity.UserName;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Accounts, teams and memberships in the database.
public final class JdbiAccounts implements AccountStore {
    private final Database database;

    public JdbiAccounts(Database database) {
        this.database = database;
    }

    @Override
    public boolean insert(Account account) {
        return database.write(handle ->
                handle.createUpdate(
                                        """
                                        insert into accounts (id, user_name, team, created_at)
                                        values (:id, :user, :team, :created)
                                        on conflict do nothing
                                        """)
                                .bind("id", account.id().value())
                                .bind(
                                        "user",
                                        account.owner() == null ? null : account.owner().value())
                                .bind(
                                        "team",
                                        account.team() == null ? null : account.team().value())
                                .bind("created", account.createdAt().toEpochMilli())
                                .execute()
                        == 1);
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return one("select * from accounts where id = :value", id.value());
    }

    @Override
    public Optional<Account> own(UserName user) {
        return one("select * from accounts where user_name = :value", user.value());
    }

    @Override
    public Optional<Account> team(TeamName name) {
        return one("select * from accounts where team = :value", name.value());
    }

    @Override
    public List<Account> teams() {
        return database.read(handle ->
                handle.createQuery("select * from accounts where team is not null order by team")
                        .map((row, _) -> account(row))
                        .list());
    }

    @Override
    public List<Account> teamsOf(UserName user) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select a.* from accounts a join account_members m on m.account_id = a.id
                                where m.user_name = :user order by a.team
                                """)
                        .bind("user", user.value())
                        .map((row, _) -> account(row))
                        .list());
    }

    @Override
    public List<UserName> members(AccountId team) {
        return database.read(handle ->
                handle.createQuery(
                                "select user_name from account_members where account_id = :id order"
                                        + " by user_name")
                        .bind("id", team.value())
                        .mapTo(String.class)
                        .map(UserName::new)
                        .list());
    }

    @Override
    public void addMember(AccountId team, UserName user, Instant at) {
        database.change(handle ->
                handle.createUpdate(
                                """
                                insert into account_members (account_id, user_name, joined_at)
                                values (:account, :user, :at) on conflict do nothing
                                """)
                        .bind("account", team.value())
                        .bind("user", user.value())
                        .bind("at", at.toEpochMilli())
                        .execute());
    }

    @Override
    public boolean removeMember(AccountId team, UserName user) {
        return database.write(handle -> {
            delete(handle, "access_keys", team, user);
            delete(handle, "working_accounts", team, user);
            return delete(handle, "account_members", team, user) == 1;
        });
    }

    @Override
    public Optional<Account> chosen(UserName user) {
        return one(
                """
                select a.* from accounts a join working_accounts w on w.account_id = a.id
                where w.user_name = :value
                """,
                user.value());
    }

    @Override
    public void choose(UserName user, AccountId account) {
        database.change(handle ->
                handle.createUpdate(
                                """
                                insert into working_accounts (user_name, account_id)
                                values (:user, :account)
                                on conflict (user_name) do update set account_id = excluded.account_id
                                """)
                        .bind("user", user.value())
                        .bind("account", account.value())
                        .execute());
    }

    @Override
    public void forgetChoice(UserName user) {
        database.change(handle ->
                handle.createUpdate("delete from working_accounts where user_name = :user")
                        .bind("user", user.value())
                        .execute());
    }

    private static int delete(Handle handle, String table, AccountId account, UserName user) {
        return handle.createUpdate(
                        "delete from <table> where account_id = :account and user_name = :user")
                .define("table", table)
                .bind("account", account.value())
                .bind("user", user.value())
                .execute();
    }

    private Optional<Account> one(String sql, String value) {
        return database.read(handle ->
                handle.createQuery(sql)
                        .bind("value", value)
                        .map((row, _) -> account(row))
                        .findOne());
    }

    private static Account account(ResultSet row) throws SQLException {
        String user = row.getString("user_name");
        String team = row.getString("team");
        return new Account(
                new AccountId(row.getString("id")),
                user == null ? null : new UserName(user),
                team == null ? null : new TeamName(team),
                Columns.instant(row, "created_at"));
    }
}
