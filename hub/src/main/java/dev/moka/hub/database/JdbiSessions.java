package dev.moka.hub.database;

import dev.moka.hub.identity.Caller;
import dev.moka.hub.identity.Role;
import dev.moka.hub.identity.Session;
import dev.moka.hub.identity.SessionStore;
import dev.moka.hub.identity.UserName;
import dev.moka.hub.identity.Visitor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Browser sessions in the database, so that they survive a restart of the hub.
public final class JdbiSessions implements SessionStore {
    private final Database database;

    public JdbiSessions(Database database) {
        this.database = database;
    }

    @Override
    public void insert(String cookieHash, Session session) {
        database.change(handle ->
                handle.createUpdate(
                                """
                                insert into sessions (id, cookie_hash, user_name, address, agent,
                                    created_at, last_seen_at, expires_at)
                                values (:id, :hash, :user, :address, :agent, :created, :seen, :expires)
                                """)
                        .bind("id", session.id())
                        .bind("hash", cookieHash)
                        .bind("user", session.user().value())
                        .bind("address", session.visitor().address())
                        .bind("agent", session.visitor().agent())
                        .bind("created", session.createdAt().toEpochMilli())
                        .bind("seen", session.lastSeenAt().toEpochMilli())
                        .bind("expires", session.expiresAt().toEpochMilli())
                        .execute());
    }

    @Override
    public Optional<Found> find(String cookieHash, Instant now) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select s.*, u.role from sessions s join users u on u.name = s.user_name
                                where s.cookie_hash = :hash and s.expires_at > :now and not u.disabled
                                """)
                        .bind("hash", cookieHash)
                        .bind("now", now.toEpochMilli())
                        .map((row, _) -> new Found(session(row), caller(row)))
                        .findOne());
    }

    @Override
    public void seen(String id, Instant at, Instant expiresAt) {
        database.change(handle ->
                handle.createUpdate(
                                "update sessions set last_seen_at = :at, expires_at = :expires"
                                        + " where id = :id")
                        .bind("at", at.toEpochMilli())
                        .bind("expires", expiresAt.toEpochMilli())
                        .bind("id", id)
                        .execute());
    }

    @Override
    public List<Session> list(UserName user, Instant now) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select * from sessions where user_name = :user and expires_at > :now
                                order by last_seen_at desc, id
                                """)
                        .bind("user", user.value())
                        .bind("now", now.toEpochMilli())
                        .map((row, _) -> session(row))
                        .list());
    }

    @Override
    public boolean delete(String id, UserName user) {
        return database.write(handle ->
                handle.createUpdate("delete from sessions where id = :id and user_name = :user")
                                .bind("id", id)
                                .bind("user", user.value())
                                .execute()
                        == 1);
    }

    @Override
    public void deleteAll(UserName user) {
        database.change(handle ->
                handle.createUpdate("delete from sessions where user_name = :user")
                        .bind("user", user.value())
                        .execute());
    }

    @Override
    public void deleteExpired(Instant now) {
        database.change(handle ->
                handle.createUpdate("delete from sessions where expires_at <= :now")
                        .bind("now", now.toEpochMilli())
                        .execute());
    }

    static Caller caller(ResultSet row) throws SQLException {
        return new Caller(
                new UserName(row.getString("user_name")), Role.valueOf(row.getString("role")));
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getString("id"),
                new UserName(row.getString("user_name")),
                new Visitor(row.getString("address"), row.getString("agent")),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "last_seen_at"),
                Columns.instant(row, "expires_at"));
    }
}
