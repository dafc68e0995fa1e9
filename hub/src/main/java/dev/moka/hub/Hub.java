package dev.moka.hub;

import dev.moka.hub.account.InstanceAws;
import dev.moka.hub.account.Vault;
import dev.moka.hub.api.AccountApi;
import dev.moka.hub.api.HubApi;
import dev.moka.hub.api.IdentityApi;
import dev.moka.hub.api.InstancesApi;
import dev.moka.hub.api.SettingsApi;
import dev.moka.hub.api.UsersApi;
import dev.moka.hub.aws.AwsService;
import dev.moka.hub.console.AwsAccess;
import dev.moka.hub.console.Console;
import dev.moka.hub.console.ConsoleParts;
import dev.moka.hub.console.Resolutions;
import dev.moka.hub.console.RunningKernel;
import dev.moka.hub.console.StorageParts;
import dev.moka.hub.database.Database;
import dev.moka.hub.database.JdbiAccessKeys;
import dev.moka.hub.database.JdbiAccounts;
import dev.moka.hub.database.JdbiApiTokens;
import dev.moka.hub.database.JdbiBuckets;
import dev.moka.hub.database.JdbiCodeRepositories;
import dev.moka.hub.database.JdbiInstanceLinks;
import dev.moka.hub.database.JdbiInstances;
import dev.moka.hub.database.JdbiLifecycleConfigs;
import dev.moka.hub.database.JdbiLogStreams;
import dev.moka.hub.database.JdbiObjects;
import dev.moka.hub.database.JdbiPackageSets;
import dev.moka.hub.database.JdbiRoles;
import dev.moka.hub.database.JdbiSessions;
import dev.moka.hub.database.JdbiTags;
import dev.moka.hub.database.JdbiUploads;
import dev.moka.hub.database.JdbiUsage;
import dev.moka.hub.database.JdbiUsers;
import dev.moka.hub.database.Postgres;
import dev.moka.hub.database.Sqlite;
import dev.moka.hub.home.Home;
import dev.moka.hub.home.HubLock;
import dev.moka.hub.home.MasterKeyFile;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.identity.OneTimeLink;
import dev.moka.hub.identity.Role;
import dev.moka.hub.identity.Secrets;
import dev.moka.hub.jupyter.InstanceInfo;
import dev.moka.hub.jupyter.NotebookRoutes;
import dev.moka.hub.jupyter.SignInRoutes;
import dev.moka.hub.notebook.InstanceDetails;
import dev.moka.hub.notebook.InstanceKey;
import dev.moka.hub.notebook.NotebookInstance;
import dev.moka.hub.runtime.EventFiles;
import dev.moka.hub.runtime.FileStartLogs;
import dev.moka.hub.runtime.InstanceEnvironment;
import dev.moka.hub.runtime.Labs;
import dev.moka.hub.runtime.LocalHost;
import dev.moka.hub.runtime.MavenPackages;
import dev.moka.hub.runtime.ProcessRuntime;
import dev.moka.hub.training.LogStreamsOfJobs;
import dev.moka.hub.web.Listener;
import dev.moka.hub.web.Routes;
import dev.moka.hub.web.Web;
import dev.moka.hub.web.WebSettings;
import dev.moka.packages.maven.MavenSettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A running hub: the one place where everything is put together.
public final class Hub implements AutoCloseable {
    private final HubConfig config;
    private final Opened opened;
    private final Labs labs;
    private final ProcessRuntime runtime;
    private final Features features;
    private final ObjectStorage storage;
    private final HubTraining training;
    private final Listener listener;
    private final HubAws aws;
    private final Optional<OneTimeLink> firstLink;

    /// Opens everything, listens, and goes on with what an earlier hub left.
    public static Hub start(HubConfig config) {
        Opened opened = new Opened();
        try {
            return new Hub(config, opened);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private Hub(HubConfig config, Opened opened) {
        this.config = config;
        this.opened = opened;
        Home home = new Home(config.home());
        home.prepare();
        HubLock lock = opened.add(HubLock.take(home));
        Database database = opened.add(database(home));
        Clock clock = Clock.tickMillis(ZoneOffset.UTC);
        InstanceEnvironment environment =
                new InstanceEnvironment(home, config.root(), config.region(), this::instanceAws);
        this.labs =
                opened.add(
                        new Labs(
                                home,
                                environment,
                                config.environment(),
                                this::details,
                                InstanceInfo::of));
        this.runtime = new ProcessRuntime(home, environment, config.environment(), labs, clock);
        ExecutorService threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("instance-", 0).factory());
        Machine machine = machine(home, clock);
        SecureRandom random = new SecureRandom();
        this.features =
                opened.add(
                        new Features(
                                stores(database),
                                machine,
                                new Secrets(random),
                                new Vault(MasterKeyFile.open(home, random), random),
                                random,
                                clock,
                                config.lifecycleTimeout(),
                                threads));
        if (!features.accessKeys.fitsMasterKey()) {
            throw MasterKeyFile.doesNotFit(home);
        }
        this.storage = opened.add(storage(home, database, random, clock));
        this.training = opened.add(training(home, database, clock));
        this.firstLink = features.users.firstStart();
        this.aws = opened.add(new HubAws(config, features, storage, training, this::address));
        opened.add(aws.localAccess().keep(home));
        this.listener = listen(home, machine);
        lock.listeningAt(address());
        features.sessions.forgetExpired();
        features.instances.resume();
        training.resume();
    }

    /// Where people reach the hub, without a slash at the end.
    public String address() {
        return config.address(listener.port());
    }

    public int port() {
        return listener.port();
    }

    /// Where AWS clients reach the hub, without a slash at the end.
    public String awsAddress() {
        return aws.address();
    }

    /// The services behind the AWS port.
    List<AwsService> services() {
        return aws.services();
    }

    /// The one-time link of the first administrator, as long as they have no password.
    public Optional<OneTimeLink> firstLink() {
        return firstLink;
    }

    /// Stops listening and lets go of everything; kernels live on.
    @Override
    public void close() {
        opened.close();
    }

    private Database database(Home home) {
        String url = config.database();
        if (url != null) {
            return Postgres.open(url);
        }
        home.requireDatabaseOfInstances();
        return Sqlite.open(home.databaseFile());
    }

    private static Stores stores(Database database) {
        return new Stores(
                new JdbiUsers(database),
                new JdbiSessions(database),
                new JdbiApiTokens(database),
                new JdbiLifecycleConfigs(database),
                new JdbiPackageSets(database),
                new JdbiInstances(database),
                new JdbiUsage(database),
                new JdbiAccounts(database),
                new JdbiCodeRepositories(database),
                new JdbiInstanceLinks(database),
                new JdbiTags(database),
                new JdbiLogStreams(database),
                new JdbiAccessKeys(database),
                new JdbiRoles(database));
    }

    private Machine machine(Home home, Clock clock) {
        return new Machine(
                new LocalHost(home.folder()),
                runtime,
                new FileStartLogs(home, clock),
                opened.add(new MavenPackages(MavenSettings.in(home.mavenCache()))),
                new EventFiles(home.events()));
    }

    private Listener listen(Home home, Machine machine) {
        WebSettings settings =
                new WebSettings(
                        config.answeredHosts(), config.secure(), "moka-session-" + config.port());
        Web web =
                new Web(
                        features.sessions,
                        features.tokens,
                        features.secrets,
                        features.links::caller,
                        settings);
        Console console = console(home, machine, web);
        Listener listening =
                opened.add(
                        web.listen(
                                config.host(),
                                config.port(),
                                console.errors(),
                                routes(web, console)));
        opened.add(console);
        return listening;
    }

    private ObjectStorage storage(Home home, Database database, SecureRandom random, Clock clock) {
        return new ObjectStorage(
                home.objects(),
                new JdbiBuckets(database),
                new JdbiObjects(database),
                new JdbiUploads(database),
                config.region(),
                random,
                clock);
    }

    private HubTraining training(Home home, Database database, Clock clock) {
        return new HubTraining(
                new HubTraining.Parts(
                        home.folder(),
                        database,
                        features.types,
                        features.capacity,
                        features.changes,
                        HubTraining.objects(storage),
                        new LogStreamsOfJobs(features.logs, clock),
                        HubTraining.builtIn(config.root()),
                        config.region(),
                        clock));
    }

    private Console console(Home home, Machine machine, Web web) {
        ExecutorService threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("resolution-", 0).factory());
        return new Console(
                new ConsoleParts(
                        features.users,
                        features.sessions,
                        features.tokens,
                        features.instances,
                        features.configs,
                        features.sets,
                        opened.add(new Resolutions(machine.packages(), threads, features.clock)),
                        features.types,
                        features.capacity,
                        features.metering,
                        features.changes,
                        new StorageParts(
                                caller -> features.accounts.of(caller.name()).id(),
                                storage.buckets,
                                storage.objects,
                                storage.listings),
                        web.callers(),
                        web.xsrf(),
                        this::kernels,
                        home::work,
                        config.lifecycleTimeout(),
                        LocalHost.name(),
                        this::address,
                        new AwsAccess(
                                features.accounts,
                                features.accessKeys,
                                features.teams,
                                config.region(),
                                aws::addressAt),
                        features.clock));
    }

    private List<Routes> routes(Web web, Console console) {
        return List.of(
                console,
                new HubApi(
                        features.types,
                        features.capacity,
                        features.metering,
                        features.changes,
                        web.callers(),
                        features.clock),
                new IdentityApi(features.users, features.sessions, features.tokens, web.callers()),
                new UsersApi(features.users, web.callers()),
                new AccountApi(
                        features.accounts, features.accessKeys, features.teams, web.callers()),
                new SettingsApi(features.configs, features.sets, web.callers()),
                new InstancesApi(features.instances, web.callers()),
                new SignInRoutes(features.links, web.callers()),
                new NotebookRoutes(
                        features.instances,
                        labs::open,
                        web.callers(),
                        web.xsrf(),
                        features.changes,
                        console::showStopped));
    }

    /// Instances are asked for only after the AWS port is there.
    private InstanceAws instanceAws(NotebookInstance instance) {
        return aws.of(instance);
    }

    private InstanceDetails details(InstanceKey key) {
        return features.instances.details(new Caller(key.owner(), Role.USER), key);
    }

    private List<RunningKernel> kernels(InstanceKey key) {
        return runtime.kernels(key).stream()
                .map(k ->
                        new RunningKernel(
                                k.notebook(),
                                k.name(),
                                k.state(),
                                k.memoryBytes(),
                                k.lastActivity()))
                .toList();
    }
}
