package dev.moka.hub.identity;

import dev.moka.hub.changes.Change;
import dev.moka.hub.changes.Changes;
import dev.moka.hub.errors.ConflictException;
import dev.moka.hub.errors.NotSignedInException;
import dev.moka.hub.errors.ResourceInUse;
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.errors.ValidationException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The people who may sign in: made, disabled, enabled and reset by administrators.
public final class Users {
    private static final Duration LINK_LIFE = Duration.ofHours(24);
    private static final UserName FIRST_ADMIN = new UserName("admin");

    private final UserStore store;
    private final SessionStore sessions;
    private final Passwords passwords;
    private final Secrets secrets;
    private final Changes changes;
    private final Clock clock;

    public Users(
            UserStore store,
            SessionStore sessions,
            Passwords passwords,
            Secrets secrets,
            Changes changes,
            Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.passwords = passwords;
        this.secrets = secrets;
        this.changes = changes;
        this.clock = clock;
    }

    /// Makes the first administrator if nobody is there, and a fresh one-time link as long as they
    /// have no password.
    public Optional<OneTimeLink> firstStart() {
        if (store.list().isEmpty()) {
            store.insert(new User(FIRST_ADMIN, Role.ADMIN, false, false, clock.instant()));
        }
        return store.find(FIRST_ADMIN)
                .filter(admin -> !admin.hasPassword() && !admin.disabled())
                .map(admin -> link(admin.name()));
    }

    /// Adds a user and makes the one-time link with which they choose their password.
    public OneTimeLink create(Caller caller, UserName name, Role role) {
        caller.requireAdmin("add users");
        if (!store.insert(new User(name, role, false, false, clock.instant()))) {
            throw new ConflictException(
                    "A user named '%s' exists already; choose another name".formatted(name));
        }
        changes.publish(new Change.UserChanged(name.value()));
        return link(name);
    }

    public List<User> list(Caller caller) {
        caller.requireAdmin("list users");
        return store.list();
    }

    /// The user as a caller, as long as they are not disabled.
    public Optional<Caller> caller(UserName name) {
        return store.find(name)
                .filter(user -> !user.disabled())
                .map(user -> new Caller(user.name(), user.role()));
    }

    /// The administrator who was there first, of those who are not disabled.
    public Optional<Caller> firstAdministrator() {
        return store.list().stream()
                .filter(user -> user.isAdmin() && !user.disabled())
                .min(Comparator.comparing(User::createdAt).thenComparing(User::name))
                .map(user -> new Caller(user.name(), user.role()));
    }

    /// Anybody may see themselves; administrators see everybody.
    public User describe(Caller caller, UserName name) {
        if (!caller.mayUse(name)) {
            caller.requireAdmin("see other users");
        }
        return existing(name);
    }

    /// Ends the user's sessions and keeps them out until they are enabled again.
    public User disable(Caller caller, UserName name) {
        caller.requireAdmin("disable users");
        User user = existing(name);
        requireAnotherAdmin(user, "disabled");
        store.setDisabled(name, true);
        sessions.deleteAll(name);
        changes.publish(new Change.UserChanged(name.value()));
        return existing(name);
    }

    public User enable(Caller caller, UserName name) {
        caller.requireAdmin("enable users");
        existing(name);
        store.setDisabled(name, false);
        changes.publish(new Change.UserChanged(name.value()));
        return existing(name);
    }

    public User changeRole(Caller caller, UserName name, Role role) {
        caller.requireAdmin("change roles");
        User user = existing(name);
        if (role == Role.USER) {
            requireAnotherAdmin(user, "made an ordinary user");
        }
        store.setRole(name, role);
        changes.publish(new Change.UserChanged(name.value()));
        return existing(name);
    }

    /// Forgets the user's password, ends their sessions and makes a link with which they choose a
    /// new one.
    public OneTimeLink reset(Caller caller, UserName name) {
        caller.requireAdmin("reset passwords");
        existing(name);
        store.clearPassword(name);
        sessions.deleteAll(name);
        changes.publish(new Change.UserChanged(name.value()));
        return link(name);
    }

    /// Whose link this is, without using it up.
    public UserName invited(String token) {
        return store.linkOwner(Secrets.hash(token), clock.instant()).orElseThrow(Users::deadLink);
    }

    /// Uses up a one-time link and sets the user's password.
    public UserName choosePassword(String token, String password) {
        passwords.requireAcceptable(invited(token), password);
        UserName user =
                store.redeemLink(Secrets.hash(token), clock.instant(), passwords.hash(password))
                        .orElseThrow(Users::deadLink);
        changes.publish(new Change.UserChanged(user.value()));
        return user;
    }

    /// Replaces the caller's own password; their other sessions end.
    public void changePassword(Caller caller, String current, String chosen) {
        String hash = store.passwordHash(caller.name()).orElse("");
        if (hash.isEmpty() || !passwords.matches(current, hash)) {
            throw new ValidationException("The current password is not right");
        }
        passwords.requireAcceptable(caller.name(), chosen);
        store.setPassword(caller.name(), passwords.hash(chosen));
        sessions.deleteAll(caller.name());
    }

    private OneTimeLink link(UserName user) {
        OneTimeLink link = new OneTimeLink(user, secrets.next(""), clock.instant().plus(LINK_LIFE));
        store.replaceLink(user, Secrets.hash(link.token()), link.expiresAt());
        return link;
    }

    private User existing(UserName name) {
        return store.find(name)
                .orElseThrow(
                        () -> new ResourceNotFound("There is no user named '%s'".formatted(name)));
    }

    private void requireAnotherAdmin(User user, String what) {
        boolean another =
                store.list().stream()
                        .anyMatch(
                                u -> u.isAdmin() && !u.disabled() && !u.name().equals(user.name()));
        if (user.isAdmin() && !another) {
            throw new ResourceInUse(
                    "'%s' is the only administrator and can't be %s; make another administrator first"
                            .formatted(user.name(), what));
        }
    }

    private static NotSignedInException deadLink() {
        return new NotSignedInException(
                "This sign-in link was used already or has expired; ask an administrator for a new"
                        + " one (the first administrator gets one by restarting the hub)");
    }
}
