package dev.moka.hub.account;

import dev.moka.hub.identity.UserName;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The accounts of people: everybody has one of their own, made when first asked for and then kept.
public final class Accounts {
    private static final long LOWEST = 100_000_000_000L;
    private static final long HIGHEST = 999_999_999_999L;

    private final AccountStore store;
    private final SecureRandom random;
    private final Clock clock;

    public Accounts(AccountStore store, SecureRandom random, Clock clock) {
        this.store = store;
        this.random = random;
        this.clock = clock;
    }

    /// The person's own account.
    public Account own(UserName user) {
        Optional<Account> known = store.own(user);
        while (known.isEmpty()) {
            insert(user, null);
            known = store.own(user);
        }
        return known.get();
    }

    /// The account that the person works in: their own, unless they chose a team's.
    public Account of(UserName user) {
        return store.chosen(user).orElseGet(() -> own(user));
    }

    public Optional<Account> find(AccountId id) {
        return store.find(id);
    }

    /// All accounts that the person may work in, their own first.
    public List<Account> all(UserName user) {
        List<Account> all = new ArrayList<>();
        all.add(own(user));
        all.addAll(store.teamsOf(user));
        return all;
    }

    /// Whether the person may act in this account.
    public boolean mayUse(UserName user, AccountId account) {
        return all(user).stream().anyMatch(a -> a.id().equals(account));
    }

    /// Who works in an account: the person whose own it is, or the members of the team.
    public List<UserName> people(AccountId id) {
        Account account = store.find(id).orElse(null);
        if (account == null) {
            return List.of();
        }
        return account.owner() == null ? store.members(id) : List.of(account.owner());
    }

    /// Adds an account with a number that nobody has; answers whether owner and team were free.
    boolean insert(@Nullable UserName owner, @Nullable TeamName team) {
        AccountId id = new AccountId(String.valueOf(random.nextLong(LOWEST, HIGHEST + 1)));
        return store.insert(new Account(id, owner, team, clock.instant()));
    }
}
