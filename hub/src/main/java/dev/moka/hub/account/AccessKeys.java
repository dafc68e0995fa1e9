package dev.moka.hub.account;

import dev.moka.hub.errors.ResourceLimitExceeded;
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.errors.ValidationException;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.identity.UserName;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The access keys with which people's AWS clients sign.
public final class AccessKeys {
    /// As many as IAM allows a user.
    public static final int MOST = 2;

    private static final int LONGEST_LABEL = 80;

    private final AccessKeyStore store;
    private final Accounts accounts;
    private final Vault vault;
    private final KeyMaterial material;
    private final Clock clock;

    public AccessKeys(
            AccessKeyStore store,
            Accounts accounts,
            Vault vault,
            SecureRandom random,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.vault = vault;
        this.material = new KeyMaterial(random);
        this.clock = clock;
    }

    /// Makes a key in the account that the caller works in.
    public NewAccessKey create(Caller caller, String label) {
        if (label.isBlank() || label.length() > LONGEST_LABEL) {
            throw new ValidationException(
                    "An access key needs a label of 1 to %d characters that says what it is for; this one has %d"
                            .formatted(LONGEST_LABEL, label.strip().length()));
        }
        Account account = accounts.of(caller.name());
        AccessKey key =
                new AccessKey(
                        material.id("AKIA"),
                        account.id(),
                        caller.name(),
                        label.strip(),
                        true,
                        clock.instant(),
                        null);
        String secret = material.secret();
        if (!store.insert(key, sealed(key.id(), secret), MOST)) {
            throw new ResourceLimitExceeded(
                    "'%s' has %d access keys in account %s, which is the limit; delete one first"
                            .formatted(caller.name(), MOST, account.id()));
        }
        return new NewAccessKey(key, secret);
    }

    /// The caller's keys in the account that they work in.
    public List<AccessKey> list(Caller caller) {
        return list(caller.name(), accounts.of(caller.name()).id());
    }

    public List<AccessKey> list(UserName user, AccountId account) {
        return store.list(user, account);
    }

    /// A key of the user with this label, made if there is none; for tools on the hub's own
    /// machine.
    public NewAccessKey labelled(Caller caller, String label) {
        Optional<AccessKey> known =
                list(caller).stream()
                        .filter(key -> key.active() && key.label().equals(label))
                        .findFirst();
        return known.map(key -> new NewAccessKey(key, secret(key.id())))
                .orElseGet(() -> create(caller, label));
    }

    public void setActive(Caller caller, String id, boolean active) {
        if (!store.setActive(id, caller.name(), active)) {
            throw missing(id, caller.name());
        }
    }

    public void delete(Caller caller, String id) {
        if (!store.delete(id, caller.name())) {
            throw missing(id, caller.name());
        }
    }

    /// Whether the secrets that are kept can be read with the master key that is there.
    public boolean fitsMasterKey() {
        return store.any().map(found -> open(found).isPresent()).orElse(true);
    }

    Optional<String> open(AccessKeyStore.Found found) {
        return vault.open(found.sealedSecret(), purpose(found.key().id()))
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII));
    }

    private String secret(String id) {
        return store.find(id)
                .flatMap(this::open)
                .orElseThrow(() -> new IllegalStateException("The secret of a key is gone"));
    }

    private String sealed(String id, String secret) {
        return vault.seal(secret.getBytes(StandardCharsets.US_ASCII), purpose(id));
    }

    private static String purpose(String id) {
        return "access-key/" + id;
    }

    private static ResourceNotFound missing(String id, UserName user) {
        return new ResourceNotFound(
                "'%s' has no access key '%s'; it may have been deleted already"
                        .formatted(user, id));
    }
}
