package dev.moka.hub.identity;

import dev.moka.hub.errors.ResourceLimitExceeded;
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.errors.ValidationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The secrets with which programs act as their users: `Authorization: Bearer mk_…`.
public final class ApiTokens {
    private static final int LONGEST_LABEL = 80;
    private static final int MOST = 50;
    private static final Duration USED_STEP = Duration.ofMinutes(1);

    private final ApiTokenStore store;
    private final Secrets secrets;
    private final Clock clock;

    public ApiTokens(ApiTokenStore store, Secrets secrets, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// Makes a token; its secret is in the answer and nowhere else.
    public NewApiToken create(Caller caller, String label) {
        if (label.isBlank() || label.length() > LONGEST_LABEL) {
            throw new ValidationException(
                    "A token needs a label of 1 to %d characters that says what it is for; this one has %d"
                            .formatted(LONGEST_LABEL, label.strip().length()));
        }
        if (store.list(caller.name()).size() >= MOST) {
            throw new ResourceLimitExceeded(
                    "You have %d API tokens, which is the limit; revoke one first".formatted(MOST));
        }
        String id = secrets.next("").substring(0, 12);
        ApiToken token = new ApiToken(id, caller.name(), label.strip(), clock.instant(), null);
        String secret = secrets.next("mk_");
        store.insert(Secrets.hash(secret), token);
        return new NewApiToken(token, secret);
    }

    public List<ApiToken> list(Caller caller) {
        return store.list(caller.name());
    }

    public void revoke(Caller caller, String id) {
        if (!store.delete(id, caller.name())) {
            throw new ResourceNotFound(
                    "You have no API token '%s'; it may have been revoked already".formatted(id));
        }
    }

    /// Who comes with this secret.
    public Optional<Caller> caller(String secret) {
        Instant now = clock.instant();
        Optional<ApiTokenStore.Found> found = store.find(Secrets.hash(secret));
        found.map(ApiTokenStore.Found::token)
                .filter(t -> t.lastUsedAt() == null || t.lastUsedAt().plus(USED_STEP).isBefore(now))
                .ifPresent(t -> store.used(t.id(), now));
        return found.map(ApiTokenStore.Found::caller);
    }
}
