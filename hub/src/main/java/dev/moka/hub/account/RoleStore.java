package dev.moka.hub.account;

import java.util.List;
import java.util.Optional;

/// Keeps the roles that people made.
public interface RoleStore {

    /// Adds a role and answers whether its name was free, in any mix of case.
    boolean insert(AccountRole role);

    /// Finds a role by its name in any mix of case.
    Optional<AccountRole> find(AccountId account, String name);

    /// All roles of the account by name.
    List<AccountRole> list(AccountId account);

    boolean delete(AccountId account, String name);
}
