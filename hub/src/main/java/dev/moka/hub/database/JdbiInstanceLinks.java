package dev.moka.hub.database;

import dev.moka.hub.notebook.InstanceKey;
import dev.moka.hub.notebook.InstanceLink;
import dev.moka.hub.notebook.InstanceLinkStore;
import dev.moka.hub.notebook.InstanceSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Sign-in links to instances, and the sessions that they began, in the database.
public final class JdbiInstanceLinks implements InstanceLinkStore {
    private final Database database;

    public JdbiInstanceLinks(Database database) {
        this.database = database;
    }

    @Override
    public void insert(String tokenHash, InstanceLink link) {
        database.change(handle ->
                handle.createUpdate(
                                """
                                insert into instance_links
                                    (token_hash, owner, name, instance_id, session_seconds, expires_at)
                                values (:hash, :owner, :name, :instance, :seconds, :expires)
                                """)
                        .bind("hash", tokenHash)
                        .bind("owner", link.key().owner().value())
                        .bind("name", link.key().name().value())
                        .bind("instance", link.instanceId())
                        .bind("seconds", link.session().toSeconds())
                        .bind("expires", link.expiresAt().toEpochMilli())
                        .execute());
    }

    @Override
    public Optional<InstanceSession> redeem(String tokenHash, String cookieHash, Instant now) {
        return database.write(handle -> {
            Optional<InstanceSession> session =
                    handle.createQuery(
                                    """
                                    delete from instance_links where token_hash = :hash
                                    returning owner, name, instance_id, session_seconds, expires_at
                                    """)
                            .bind("hash", tokenHash)
                            .map((row, _) -> link(row))
                            .findOne()
                            .filter(link -> link.expiresAt().isAfter(now))
                            .filter(link -> isEnabled(handle, link.key()))
                            .map(link ->
                                    new InstanceSession(
                                            link.key(),
                                            link.instanceId(),
                                            now.plus(link.session())));
            session.ifPresent(s -> insert(handle, cookieHash, s));
            return session;
        });
    }

    @Override
    public Optional<InstanceSession> find(String cookieHash, Instant now) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select s.* from instance_sessions s join users u on u.name = s.owner
                                where s.cookie_hash = :hash and s.expires_at > :now and not u.disabled
                                """)
                        .bind("hash", cookieHash)
                        .bind("now", now.toEpochMilli())
                        .map((row, _) ->
                                new InstanceSession(
                                        key(row),
                                        row.getString("instance_id"),
                                        Columns.instant(row, "expires_at")))
                        .findOne());
    }

    @Override
    public void deleteExpired(Instant now) {
        database.change(handle -> {
            for (String table : new String[] {"instance_links", "instance_sessions"}) {
                handle.createUpdate("delete from " + table + " where expires_at <= :now")
                        .bind("now", now.toEpochMilli())
                        .execute();
            }
        });
    }

    private static boolean isEnabled(Handle handle, InstanceKey key) {
        return handle.createQuery("select count(*) from users where name = :name and not disabled")
                        .bind("name", key.owner().value())
                        .mapTo(Integer.class)
                        .one()
                == 1;
    }

    private static void insert(Handle handle, String cookieHash, InstanceSession session) {
        handle.createUpdate(
                        """
                        insert into instance_sessions (cookie_hash, owner, name, instance_id, expires_at)
                        values (:hash, :owner, :name, :instance, :expires)
                        """)
                .bind("hash", cookieHash)
                .bind("owner", session.key().owner().value())
                .bind("name", session.key().name().value())
                .bind("instance", session.instanceId())
                .bind("expires", session.expiresAt().toEpochMilli())
                .execute();
    }

    private static InstanceLink link(ResultSet row) throws SQLException {
        return new InstanceLink(
                key(row),
                row.getString("instance_id"),
                Duration.ofSeconds(row.getLong("session_seconds")),
                Columns.instant(row, "expires_at"));
    }

    private static InstanceKey key(ResultSet row) throws SQLException {
        return InstanceKey.of(row.getString("owner"), row.getString("name"));
    }
}
