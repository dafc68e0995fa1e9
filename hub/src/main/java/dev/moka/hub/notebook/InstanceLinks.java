package dev.moka.hub.notebook;

import dev.moka.hub.errors.NotSignedInException;
import dev.moka.hub.errors.ValidationException;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.identity.Role;
import dev.moka.hub.identity.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The links that AWS calls presigned notebook instance URLs.
public final class InstanceLinks {
    /// How long a link works, as on AWS.
    public static final Duration LINK_LIFE = Duration.ofMinutes(5);

    private final InstanceLinkStore store;
    private final InstanceStore instances;
    private final Secrets secrets;
    private final Clock clock;

    public InstanceLinks(
            InstanceLinkStore store, InstanceStore instances, Secrets secrets, Clock clock) {
        this.store = store;
        this.instances = instances;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// Makes a link and gives its secret.
    public String create(NotebookInstance instance, Duration session) {
        Instant now = clock.instant();
        store.deleteExpired(now);
        String token = secrets.next("");
        store.insert(
                Secrets.hash(token),
                new InstanceLink(instance.key(), instance.id(), session, now.plus(LINK_LIFE)));
        return token;
    }

    /// Uses a link up and signs its browser in.
    public Redeemed redeem(String token) {
        String cookie = secrets.next("");
        InstanceSession session =
                store.redeem(Secrets.hash(token), Secrets.hash(cookie), clock.instant())
                        .orElseThrow(() ->
                                new NotSignedInException(
                                        ("This link to a notebook instance was used already or has"
                                                        + " expired; links work once, within %d"
                                                        + " minutes. Ask for a new one")
                                                .formatted(LINK_LIFE.toMinutes())));
        return new Redeemed(
                session.key(), cookie, Duration.between(clock.instant(), session.expiresAt()));
    }

    /// Whom a browser with this cookie acts for at this instance: its owner, as an ordinary user.
    public Optional<Caller> caller(String owner, String name, String cookie) {
        return store.find(Secrets.hash(cookie), clock.instant())
                .filter(session -> isAt(session, owner, name))
                .filter(session -> isSame(session))
                .map(session -> new Caller(session.key().owner(), Role.USER));
    }

    private static boolean isAt(InstanceSession session, String owner, String name) {
        try {
            return session.key().equals(InstanceKey.of(owner, name));
        } catch (ValidationException e) {
            return false;
        }
    }

    private boolean isSame(InstanceSession session) {
        return instances
                .find(session.key())
                .filter(instance -> instance.id().equals(session.instanceId()))
                .isPresent();
    }

    /// A fresh session with the secret for the browser's cookie.
    public record Redeemed(InstanceKey key, String cookie, Duration life) {}
}
