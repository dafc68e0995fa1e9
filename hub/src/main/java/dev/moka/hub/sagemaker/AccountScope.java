package dev.moka.hub.sagemaker;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.account.Principal;
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.identity.Role;
import dev.moka.hub.identity.UserName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Whose things an account holds: one person's, or those of all members of a team.
///
/// An administrator who comes with keys is no administrator here: keys open one account.
public final class AccountScope {
    private final Function<AccountId, List<UserName>> people;

    /// The scope of accounts.
    ///
    /// @param people who works in an account
    public AccountScope(Function<AccountId, List<UserName>> people) {
        this.people = people;
    }

    /// Those who have things in the account, each as an ordinary user, the one who asks first.
    public List<Caller> owners(Principal principal) {
        Set<UserName> names = new LinkedHashSet<>();
        names.add(principal.caller().name());
        names.addAll(people.apply(principal.account()));
        return names.stream().map(AccountScope::as).toList();
    }

    /// The one who asks, as an ordinary user; what they make is theirs.
    public Caller self(Principal principal) {
        return as(principal.caller().name());
    }

    /// The first thing that somebody of the account has.
    public <T> Optional<Owned<T>> find(Principal principal, Function<Caller, T> describe) {
        return owners(principal).stream()
                .flatMap(owner -> has(owner, describe).stream())
                .findFirst();
    }

    private static <T> Optional<Owned<T>> has(Caller owner, Function<Caller, T> describe) {
        try {
            return Optional.of(new Owned<>(owner, describe.apply(owner)));
        } catch (ResourceNotFound e) {
            return Optional.empty();
        }
    }

    private static Caller as(UserName name) {
        return new Caller(name, Role.USER);
    }

    /// A thing and whose it is.
    public record Owned<T>(Caller owner, T thing) {}
}
