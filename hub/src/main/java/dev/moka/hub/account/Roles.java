package dev.moka.hub.account;

import dev.moka.hub.errors.ConflictException;
import dev.moka.hub.errors.ResourceInUse;
import dev.moka.hub.errors.ResourceLimitExceeded;
import dev.moka.hub.errors.ResourceNotFound;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The roles of accounts: the execution role that every account has, and those that people make.
public final class Roles {
    /// The role that notebook instances and jobs have when nothing else is said.
    public static final String EXECUTION_ROLE = "AmazonSageMaker-ExecutionRole-Moka";

    private static final String EXECUTION_PATH = "/service-role/";
    private static final int EXECUTION_SECONDS = 43_200;
    private static final int MOST = 1000;
    private static final String TRUST =
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"sagemaker.amazonaws.com"},"Action":"sts:AssumeRole"}]}\
            """;

    private final RoleStore store;
    private final Accounts accounts;
    private final Clock clock;

    public Roles(RoleStore store, Accounts accounts, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// The ARN of the account's execution role.
    public static String executionRoleArn(AccountId account) {
        return Arns.role(account, EXECUTION_PATH, EXECUTION_ROLE);
    }

    /// A role to be made.
    public record NewRole(
            String name, String path, String trustPolicy, String description, int seconds) {}

    public AccountRole create(AccountId account, NewRole role) {
        if (store.list(account).size() >= MOST) {
            throw new ResourceLimitExceeded(
                    "Cannot exceed quota for RolesPerAccount: %d".formatted(MOST));
        }
        AccountRole made =
                new AccountRole(
                        account,
                        role.name(),
                        role.path(),
                        role.trustPolicy(),
                        role.description(),
                        role.seconds(),
                        clock.instant());
        if (isExecutionRole(role.name()) || !store.insert(made)) {
            throw new ConflictException("Role with name %s already exists.".formatted(role.name()));
        }
        return made;
    }

    public AccountRole describe(AccountId account, String name) {
        return find(account, name)
                .orElseThrow(() ->
                        new ResourceNotFound(
                                "The role with name %s cannot be found.".formatted(name)));
    }

    public Optional<AccountRole> find(AccountId account, String name) {
        return isExecutionRole(name)
                ? Optional.of(executionRole(account))
                : store.find(account, name);
    }

    /// The role of this ARN, whichever account it is of.
    public Optional<AccountRole> byArn(String arn) {
        String[] parts = arn.split(":", 6);
        if (parts.length != 6 || !parts[4].matches("\\d{12}") || !parts[5].startsWith("role/")) {
            return Optional.empty();
        }
        String name = parts[5].substring(parts[5].lastIndexOf('/') + 1);
        return find(new AccountId(parts[4]), name).filter(role -> role.arn().equals(arn));
    }

    /// All roles whose path begins so, by name.
    public List<AccountRole> list(AccountId account, String pathPrefix) {
        List<AccountRole> all = new ArrayList<>(store.list(account));
        all.add(executionRole(account));
        return all.stream()
                .filter(role -> role.path().startsWith(pathPrefix))
                .sorted(Comparator.comparing(AccountRole::name))
                .toList();
    }

    public void delete(AccountId account, String name) {
        if (isExecutionRole(name)) {
            throw new ResourceInUse(
                    "%s is the role of this account's notebook instances and can't be deleted"
                            .formatted(EXECUTION_ROLE));
        }
        if (!store.delete(account, name)) {
            throw new ResourceNotFound("The role with name %s cannot be found.".formatted(name));
        }
    }

    private AccountRole executionRole(AccountId account) {
        Account known =
                accounts.find(account)
                        .orElseThrow(() ->
                                new ResourceNotFound("There is no account %s".formatted(account)));
        return new AccountRole(
                account,
                EXECUTION_ROLE,
                EXECUTION_PATH,
                TRUST,
                "What Moka's notebook instances and jobs act as",
                EXECUTION_SECONDS,
                known.createdAt());
    }

    private static boolean isExecutionRole(String name) {
        return name.equalsIgnoreCase(EXECUTION_ROLE);
    }
}
