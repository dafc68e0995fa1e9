package dev.moka.hub.database;

import dev.moka.hub.identity.ApiToken;
import dev.moka.hub.identity.ApiTokenStore;
import dev.moka.hub.identity.UserName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// API tokens in the database.
public final class JdbiApiTokens implements ApiTokenStore {
    private final Database database;

    public JdbiApiTokens(Database database) {
        this.database = database;
    }

    @Override
    public void insert(String secretHash, ApiToken token) {
        database.change(handle ->
                handle.createUpdate(
                                """
                                insert into api_tokens (id, secret_hash, user_name, label, created_at)
                                values (:id, :hash, :user, :label, :created)
                                """)
                        .bind("id", token.id())
                        .bind("hash", secretHash)
                        .bind("user", token.user().value())
                        .bind("label", token.label())
                        .bind("created", token.createdAt().toEpochMilli())
                        .execute());
    }

    @Override
    public Optional<Found> find(String secretHash) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select t.*, u.role from api_tokens t join users u on u.name = t.user_name
                                where t.secret_hash = :hash and not u.disabled
                                """)
                        .bind("hash", secretHash)
                        .map((row, _) -> new Found(token(row), JdbiSessions.caller(row)))
                        .findOne());
    }

    @Override
    public void used(String id, Instant at) {
        database.change(handle ->
                handle.createUpdate("update api_tokens set last_used_at = :at where id = :id")
                        .bind("at", at.toEpochMilli())
                        .bind("id", id)
                        .execute());
    }

    @Override
    public List<ApiToken> list(UserName user) {
        return database.read(handle ->
                handle.createQuery(
                                "select * from api_tokens where user_name = :user order by"
                                        + " created_at, id")
                        .bind("user", user.value())
                        .map((row, _) -> token(row))
                        .list());
    }

    @Override
    public boolean delete(String id, UserName user) {
        return database.write(handle ->
                handle.createUpdate("delete from api_tokens where id = :id and user_name = :user")
                                .bind("id", id)
                                .bind("user", user.value())
                                .execute()
                        == 1);
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getString("id"),
                new UserName(row.getString("user_name")),
                row.getString("label"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "last_used_at"));
    }
}
