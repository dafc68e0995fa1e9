package dev.moka.hub.identity;

import dev.moka.hub.errors.NotSignedInException;
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.errors.ValidationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The browsers that are signed in. A session ends after two weeks without use.
public final class Sessions {
    private static final Duration LIFE = Duration.ofDays(14);
    private static final Duration SEEN_STEP = Duration.ofMinutes(5);

    private final SessionStore store;
    private final UserStore users;
    private final Passwords passwords;
    private final Secrets secrets;
    private final Clock clock;
    private final SignInLimits limits;
    private final String nobodysHash;

    public Sessions(
            SessionStore store,
            UserStore users,
            Passwords passwords,
            Secrets secrets,
            Clock clock) {
        this.store = store;
        this.users = users;
        this.passwords = passwords;
        this.secrets = secrets;
        this.clock = clock;
        this.limits = new SignInLimits(clock);
        // Argon2id of nothing in particular: checking it costs as much as checking a real one.
        this.nobodysHash =
                "$argon2id$v=19$m=7168,t=5,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    }

    /// Checks a password and starts a session. Unknown user, wrong password and disabled user are
    /// told apart to nobody.
    public SignedIn signIn(String name, String password, Visitor visitor) {
        limits.require(name, visitor);
        Optional<User> user = userNamed(name);
        String hash = user.flatMap(u -> users.passwordHash(u.name())).orElse(nobodysHash);
        if (!passwords.matches(password, hash) || user.isEmpty() || user.get().disabled()) {
            limits.failed(name, visitor);
            throw new NotSignedInException("The user name or the password is not right");
        }
        limits.succeeded(name, visitor);
        return begin(user.get(), visitor);
    }

    /// Starts a session for a user who has just proved who they are, by a one-time link for
    /// example.
    public SignedIn begin(UserName name, Visitor visitor) {
        return begin(
                users.find(name)
                        .filter(u -> !u.disabled())
                        .orElseThrow(() -> new NotSignedInException("This user can't sign in")),
                visitor);
    }

    /// The session of a cookie, when it is still good.
    public Optional<SessionStore.Found> find(String cookie) {
        Instant now = clock.instant();
        Optional<SessionStore.Found> found = store.find(Secrets.hash(cookie), now);
        found.map(SessionStore.Found::session)
                .filter(session -> session.lastSeenAt().plus(SEEN_STEP).isBefore(now))
                .ifPresent(session -> store.seen(session.id(), now, now.plus(LIFE)));
        return found;
    }

    public List<Session> list(Caller caller) {
        return store.list(caller.name(), clock.instant());
    }

    /// Ends one of the caller's sessions.
    public void end(Caller caller, String id) {
        if (!store.delete(id, caller.name())) {
            throw new ResourceNotFound(
                    "You have no session '%s'; it may have ended already".formatted(id));
        }
    }

    public void forgetExpired() {
        store.deleteExpired(clock.instant());
    }

    private SignedIn begin(User user, Visitor visitor) {
        Instant now = clock.instant();
        String cookie = secrets.next("");
        String id = secrets.next("").substring(0, 12);
        Session session = new Session(id, user.name(), visitor, now, now, now.plus(LIFE));
        store.insert(Secrets.hash(cookie), session);
        return new SignedIn(session, new Caller(user.name(), user.role()), cookie);
    }

    private Optional<User> userNamed(String name) {
        try {
            return users.find(new UserName(name));
        } catch (ValidationException e) {
            return Optional.empty();
        }
    }
}
