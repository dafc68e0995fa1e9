package dev.moka.hub.account;

import dev.moka.hub.changes.Change;
import dev.moka.hub.changes.Changes;
import dev.moka.hub.errors.AccessDeniedException;
import dev.moka.hub.errors.ConflictException;
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.identity.UserName;
import dev.moka.hub.identity.Users;

import java.time.Clock;
import java.util.List;

/// The teams: accounts that several people work in, put together by administrators.
public final class Teams {
    private final AccountStore store;
    private final Accounts accounts;
    private final Users users;
    private final Changes changes;
    private final Clock clock;

    public Teams(AccountStore store, Accounts accounts, Users users, Changes changes, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.users = users;
        this.changes = changes;
        this.clock = clock;
    }

    /// A team and who is in it.
    public record Team(Account account, List<UserName> members) {
        public Team {
            members = List.copyOf(members);
        }
    }

    public Team create(Caller caller, TeamName name) {
        caller.requireAdmin("make teams");
        if (store.team(name).isPresent() || !accounts.insert(null, name)) {
            throw new ConflictException(
                    "A team named '%s' exists already; choose another name".formatted(name));
        }
        return team(name);
    }

    public List<Team> list(Caller caller) {
        caller.requireAdmin("list teams");
        return store.teams().stream()
                .map(account -> new Team(account, store.members(account.id())))
                .toList();
    }

    public Team add(Caller caller, TeamName name, UserName user) {
        caller.requireAdmin("change teams");
        users.describe(caller, user);
        store.addMember(team(name).account().id(), user, clock.instant());
        changes.publish(new Change.UserChanged(user.value()));
        return team(name);
    }

    /// Takes a person out; their keys of the team's account are deleted, what they made in it
    /// stays.
    public Team remove(Caller caller, TeamName name, UserName user) {
        caller.requireAdmin("change teams");
        if (!store.removeMember(team(name).account().id(), user)) {
            throw new ResourceNotFound("'%s' is not in the team '%s'".formatted(user, name));
        }
        changes.publish(new Change.UserChanged(user.value()));
        return team(name);
    }

    /// Makes an account the one that the caller works in.
    public Account workIn(Caller caller, AccountId id) {
        Account account =
                accounts.all(caller.name()).stream()
                        .filter(a -> a.id().equals(id))
                        .findFirst()
                        .orElseThrow(() ->
                                new AccessDeniedException(
                                        "Account %s is neither yours nor one of a team that you are in"
                                                .formatted(id)));
        if (account.team() == null) {
            store.forgetChoice(caller.name());
        } else {
            store.choose(caller.name(), id);
        }
        changes.publish(new Change.UserChanged(caller.name().value()));
        return account;
    }

    private Team team(TeamName name) {
        Account account =
                store.team(name)
                        .orElseThrow(() ->
                                new ResourceNotFound(
                                        "There is no team named '%s'".formatted(name)));
        return new Team(account, store.members(account.id()));
    }
}
