package dev.moka.hub;

import dev.moka.hub.account.AccessKeys;
import dev.moka.hub.account.Accounts;
import dev.moka.hub.account.Credentials;
import dev.moka.hub.account.Roles;
import dev.moka.hub.account.Teams;
import dev.moka.hub.account.Vault;
import dev.moka.hub.catalog.InstanceTypes;
import dev.moka.hub.changes.Changes;
import dev.moka.hub.host.HostCapacity;
import dev.moka.hub.identity.ApiTokens;
import dev.moka.hub.identity.Passwords;
import dev.moka.hub.identity.Secrets;
import dev.moka.hub.identity.Sessions;
import dev.moka.hub.identity.Users;
import dev.moka.hub.logs.Logs;
import dev.moka.hub.metering.Metering;
import dev.moka.hub.notebook.CodeRepositories;
import dev.moka.hub.notebook.InstanceLinks;
import dev.moka.hub.notebook.InstanceRunner;
import dev.moka.hub.notebook.LifecycleConfigs;
import dev.moka.hub.notebook.NotebookInstances;
import dev.moka.hub.notebook.NotebookLifecycle;
import dev.moka.hub.notebook.PackageSets;
import dev.moka.hub.notebook.ScriptLogs;
import dev.moka.hub.notebook.StartSteps;
import dev.moka.hub.tagging.Tags;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

/// The features of the hub, wired to each other and to their ports.
final class Features implements AutoCloseable {
    final Clock clock;
    final Secrets secrets;
    final Vault vault;
    final Changes changes = new Changes();
    final Users users;
    final Sessions sessions;
    final ApiTokens tokens;
    final InstanceTypes types = InstanceTypes.load();
    final HostCapacity capacity;
    final Metering metering;
    final LifecycleConfigs configs;
    final PackageSets sets;
    final NotebookInstances instances;
    final CodeRepositories repositories;
    final InstanceLinks links;
    final Tags tags;
    final Logs logs;
    final Accounts accounts;
    final Teams teams;
    final Roles roles;
    final AccessKeys accessKeys;
    final Credentials credentials;
    private final InstanceRunner runner;

    /// @param vault seals the secrets of access keys
    /// @param scriptLimit how long a lifecycle script may run
    /// @param threads performs the effects of lifecycles; ended by [#close]
    Features(
            Stores stores,
            Machine machine,
            Secrets secrets,
            Vault vault,
            SecureRandom random,
            Clock clock,
            Duration scriptLimit,
            ExecutorService threads) {
        this.clock = clock;
        this.secrets = secrets;
        this.vault = vault;
        Passwords passwords = new Passwords();
        this.users =
                new Users(stores.users(), stores.sessions(), passwords, secrets, changes, clock);
        this.sessions = new Sessions(stores.sessions(), stores.users(), passwords, secrets, clock);
        this.tokens = new ApiTokens(stores.tokens(), secrets, clock);
        this.capacity = new HostCapacity(machine.host());
        this.metering = new Metering(stores.usage(), clock);
        this.configs = new LifecycleConfigs(stores.configs(), stores.instances(), changes, clock);
        this.sets = new PackageSets(stores.sets(), stores.instances(), changes, clock);
        this.accounts = new Accounts(stores.accounts(), random, clock);
        this.teams = new Teams(stores.accounts(), accounts, users, changes, clock);
        this.roles = new Roles(stores.roles(), accounts, clock);
        this.accessKeys = new AccessKeys(stores.accessKeys(), accounts, vault, random, clock);
        this.credentials = new Credentials(stores.accessKeys(), accessKeys, vault, random, clock);
        this.repositories = new CodeRepositories(stores.repositories(), stores.instances(), clock);
        this.links = new InstanceLinks(stores.links(), stores.instances(), secrets, clock);
        this.tags = new Tags(stores.tags());
        this.logs = new Logs(stores.logStreams(), machine.events(), clock);
        StartSteps steps =
                new StartSteps(
                        types,
                        capacity,
                        configs,
                        sets,
                        machine.packages(),
                        machine.runtime(),
                        repositories,
                        new ScriptLogs(logs, owner -> accounts.of(owner).id()),
                        scriptLimit,
                        clock);
        this.runner =
                new InstanceRunner(
                        stores.instances(),
                        new NotebookLifecycle(),
                        steps,
                        machine.runtime(),
                        machine.logs(),
                        types,
                        changes,
                        threads,
                        clock);
        this.instances =
                new NotebookInstances(
                        stores.instances(),
                        runner,
                        types,
                        configs,
                        sets,
                        capacity,
                        metering,
                        machine.runtime(),
                        machine.logs(),
                        clock);
    }

    @Override
    public void close() {
        runner.close();
    }
}
