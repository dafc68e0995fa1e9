package dev.moka.hub.account;

import dev.moka.hub.identity.UserName;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps accounts, the members of teams, and the account that each person works in.
public interface AccountStore {

    /// Adds an account and answers whether its number, owner and team name were free.
    boolean insert(Account account);

    Optional<Account> find(AccountId id);

    /// The account that is this person's own.
    Optional<Account> own(UserName user);

    Optional<Account> team(TeamName name);

    List<Account> teams();

    /// The accounts of the teams in which this person is.
    List<Account> teamsOf(UserName user);

    List<UserName> members(AccountId team);

    void addMember(AccountId team, UserName user, Instant at);

    /// Takes a person out of a team, with their keys of its account; answers whether they were in.
    boolean removeMember(AccountId team, UserName user);

    /// The account that the person chose to work in, when it is not their own.
    Optional<Account> chosen(UserName user);

    void choose(UserName user, AccountId account);

    void forgetChoice(UserName user);
}
