package dev.moka.hub;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.account.InstanceAws;
import dev.moka.hub.account.InstanceTokens.Holder;
import dev.moka.hub.account.Roles;
import dev.moka.hub.account.Vault;
import dev.moka.hub.api.AccountApi;
import dev.moka.hub.api.HubApi;
import dev.moka.hub.api.IdentityApi;
import dev.moka.hub.api.InstancesApi;
import dev.moka.hub.api.SettingsApi;
import dev.moka.hub.api.UsersApi;
import dev.moka.hub.aws.AwsService;
import dev.moka.hub.aws.container.ContainerCredentials;
import dev.moka.hub.aws.local.LocalEnvironment;
import dev.moka.hub.aws.operation.PageTokens;
import dev.moka.hub.aws.port.AwsPort;
import dev.moka.hub.aws.signature.SignatureVerifier;
import dev.moka.hub.cloudwatchlogs.CloudWatchLogs;
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
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.home.Home;
import dev.moka.hub.home.HubLock;
import dev.moka.hub.home.LocalAccess;
import dev.moka.hub.home.MasterKeyFile;
import dev.moka.hub.iam.Iam;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.identity.OneTimeLink;
import dev.moka.hub.identity.Role;
import dev.moka.hub.identity.Secrets;
import dev.moka.hub.jupyter.InstanceInfo;
import dev.moka.hub.jupyter.NotebookRoutes;
import dev.moka.hub.jupyter.SignInRoutes;
import dev.moka.hub.notebook.InstanceDetails;
import dev.moka.hub.notebook.InstanceKey;
import dev.moka.hub.notebook.InstanceName;
import dev.moka.hub.notebook.NotebookInstance;
import dev.moka.hub.runtime.EventFiles;
import dev.moka.hub.runtime.FileStartLogs;
import dev.moka.hub.runtime.InstanceEnvironment;
import dev.moka.hub.runtime.Labs;
import dev.moka.hub.runtime.LocalHost;
import dev.moka.hub.runtime.MavenPackages;
import dev.moka.hub.runtime.ProcessRuntime;
import dev.moka.hub.s3.S3;
import dev.moka.hub.sagemaker.AccountScope;
import dev.moka.hub.sagemaker.SageMaker;
import dev.moka.hub.sagemaker.notebook.NotebookFamily;
import dev.moka.hub.sagemaker.tags.TagOperations;
import dev.moka.hub.sagemaker.tags.TaggedResources;
import dev.moka.hub.sagemaker.training.TrainingFamily;
import dev.moka.hub.sts.Sts;
import dev.moka.hub.training.LogStreamsOfJobs;
import dev.moka.hub.web.Listener;
import dev.moka.hub.web.Routes;
import dev.moka.hub.web.Web;
import dev.moka.hub.web.WebSettings;
import dev.moka.packages.maven.MavenSettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private final List<AwsService> awsServices;
    private final AwsPort awsPort;
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
        this.awsServices = awsServices();
        String localToken = features.secrets.next("");
        this.awsPort = opened.add(listenToAws(clock, localToken));
        opened.add(new LocalAccess(awsPort.localAddress(), localToken).keep(home));
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
        return config.awsAddress(awsPort.port());
    }

    /// The services behind the AWS port.
    List<AwsService> services() {
        return awsServices;
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

    private AwsPort listenToAws(Clock clock, String localToken) {
        return AwsPort.listen(
                config.host(),
                config.awsPort(),
                new SignatureVerifier(config.region(), clock),
                features.credentials,
                awsServices,
                List.of(
                        new ContainerCredentials(
                                features.instanceTokens,
                                features.credentials,
                                features.accounts,
                                this::owner),
                        new LocalEnvironment(
                                localToken,
                                features.users,
                                features.accessKeys,
                                config.region(),
                                this::awsAddress)));
    }

    private InstanceAws instanceAws(NotebookInstance instance) {
        InstanceKey key = instance.key();
        AccountId account = features.accounts.of(key.owner()).id();
        Holder holder = new Holder(key.owner(), key.name().value(), instance.id());
        return new InstanceAws(
                awsPort.localAddress(),
                awsPort.localAddress() + ContainerCredentials.PATH,
                features.instanceTokens.token(holder),
                Roles.executionRoleArn(account),
                "arn:aws:sagemaker:%s:%s:notebook-instance/%s"
                        .formatted(
                                config.region(),
                                account,
                                key.name().value().toLowerCase(Locale.ROOT)));
    }

    /// The owner of an instance that still exists, while they may sign in.
    private Optional<Caller> owner(Holder holder) {
        Optional<Caller> owner = features.users.caller(holder.owner());
        try {
            InstanceKey key = new InstanceKey(holder.owner(), new InstanceName(holder.name()));
            return owner.filter(
                    caller -> features.instances.describe(caller, key).id().equals(holder.id()));
        } catch (ResourceNotFound e) {
            return Optional.empty();
        }
    }

    /// The AWS services that this hub has; each is asked for what is signed for its name.
    private List<AwsService> awsServices() {
        PageTokens tokens = new PageTokens(features.vault);
        return List.of(
                new S3(
                        storage.buckets,
                        storage.objects,
                        storage.listings,
                        storage.uploads,
                        config.s3Domains()),
                sageMaker(tokens),
                CloudWatchLogs.service(features.logs, tokens, features.clock),
                new Sts(features.credentials, features.roles).service(),
                new Iam(features.roles, features.users, features.accessKeys, tokens).service());
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

    private AwsService sageMaker(PageTokens tokens) {
        NotebookFamily notebooks =
                new NotebookFamily(
                        features.instances,
                        features.configs,
                        features.repositories,
                        features.links,
                        features.tags,
                        tokens,
                        new AccountScope(features.accounts::people),
                        this::address);
        TrainingFamily trainingJobs =
                new TrainingFamily(training.jobs(), features.tags, tokens, features.clock);
        List<TaggedResources> tagged = new ArrayList<>(notebooks.tagged());
        tagged.add(trainingJobs);
        return SageMaker.service(
                List.of(
                        notebooks.table(),
                        trainingJobs.table(),
                        new TagOperations(features.tags, tagged).table()));
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
                                host -> config.awsAddressAt(host, awsPort.port())),
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
