package dev.moka.hub.account;

import dev.moka.hub.identity.Caller;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Who stands behind an access key id and, for a temporary one, its session token.
///
/// Temporary credentials are kept nowhere: all about them is sealed in the token, so they survive a
/// restart; they die with their user, with the key that asked for them, and when their time is
/// over.
public final class Credentials {
    private static final String PURPOSE = "session-token";
    private static final Duration USED_STEP = Duration.ofMinutes(1);

    private final AccessKeyStore store;
    private final AccessKeys keys;
    private final Vault vault;
    private final KeyMaterial material;
    private final Clock clock;
    private final ConcurrentHashMap<String, Instant> used = new ConcurrentHashMap<>();

    public Credentials(
            AccessKeyStore store, AccessKeys keys, Vault vault, SecureRandom random, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.vault = vault;
        this.material = new KeyMaterial(random);
        this.clock = clock;
    }

    /// What is known of credentials.
    public sealed interface Lookup {
        /// They are good, if the signature was made with this secret.
        record Known(String secret, Principal principal) implements Lookup {}

        /// No such key, or one that was deleted, made inactive, or whose user was disabled.
        record Unknown() implements Lookup {}

        /// The session token is not from this hub or belongs to another key.
        record WrongToken() implements Lookup {}

        /// The session is over.
        record Expired() implements Lookup {}
    }

    public Lookup find(String accessKeyId, @Nullable String sessionToken) {
        if (sessionToken != null && !sessionToken.isEmpty()) {
            return session(accessKeyId, sessionToken);
        }
        Optional<AccessKeyStore.Found> found =
                store.find(accessKeyId).filter(f -> f.key().active());
        if (found.isEmpty()) {
            return new Lookup.Unknown();
        }
        AccessKey key = found.get().key();
        return keys.open(found.get())
                .<Lookup>map(secret ->
                        new Lookup.Known(
                                secret,
                                user(key.account(), found.get().caller(), key.id(), key.id())))
                .orElseGet(Lookup.Unknown::new);
    }

    /// Notes that a key was used, at most once a minute.
    public void used(Principal principal, String service, String region) {
        String id = principal.accessKeyId();
        Instant now = clock.instant();
        Instant last = used.get(id);
        if (id.startsWith("AKIA") && (last == null || last.plus(USED_STEP).isBefore(now))) {
            used.put(id, now);
            store.used(id, new AccessKey.LastUse(now, service, region));
        }
    }

    /// Temporary credentials of the user themselves.
    ///
    /// @param parentKey the key that asks, empty for a notebook instance
    public TemporaryCredentials session(
            Caller caller, AccountId account, String parentKey, Duration life) {
        return issue(caller, account, parentKey, "", "", life);
    }

    /// Temporary credentials of a role of the account.
    public TemporaryCredentials assumed(
            Caller caller,
            AccountId account,
            String parentKey,
            String role,
            String sessionName,
            Duration life) {
        return issue(caller, account, parentKey, role, sessionName, life);
    }

    private TemporaryCredentials issue(
            Caller caller,
            AccountId account,
            String parentKey,
            String role,
            String sessionName,
            Duration life) {
        CredentialsSession session =
                new CredentialsSession(
                        material.id("ASIA"),
                        material.secret(),
                        account,
                        caller.name(),
                        parentKey,
                        role,
                        sessionName,
                        clock.instant().plus(life));
        return new TemporaryCredentials(
                session.accessKeyId(),
                session.secret(),
                vault.seal(session.bytes(), PURPOSE),
                session.expiresAt());
    }

    private Lookup session(String accessKeyId, String token) {
        Optional<byte[]> opened = vault.open(token, PURPOSE);
        if (opened.isEmpty()) {
            return new Lookup.WrongToken();
        }
        CredentialsSession session;
        try {
            session = CredentialsSession.of(opened.get());
        } catch (IOException e) {
            return new Lookup.WrongToken();
        }
        if (!session.accessKeyId().equals(accessKeyId)) {
            return new Lookup.WrongToken();
        }
        if (!session.expiresAt().isAfter(clock.instant())) {
            return new Lookup.Expired();
        }
        if (!session.parentKey().isEmpty()
                && store.find(session.parentKey()).filter(f -> f.key().active()).isEmpty()) {
            return new Lookup.Unknown();
        }
        return store.caller(session.user(), session.account())
                .<Lookup>map(
                        caller -> new Lookup.Known(session.secret(), principal(session, caller)))
                .orElseGet(Lookup.Unknown::new);
    }

    private static Principal principal(CredentialsSession session, Caller caller) {
        if (session.role().isEmpty()) {
            return user(session.account(), caller, session.accessKeyId(), session.parentKey());
        }
        return new Principal(
                session.account(),
                caller,
                Arns.assumedRole(session.account(), session.role(), session.sessionName()),
                Arns.roleId(session.account(), session.role()) + ":" + session.sessionName(),
                session.accessKeyId(),
                session.parentKey());
    }

    private static Principal user(
            AccountId account, Caller caller, String accessKeyId, String parentKey) {
        return new Principal(
                account,
                caller,
                Arns.user(account, caller.name()),
                Arns.userId(account, caller.name()),
                accessKeyId,
                parentKey);
    }
}
