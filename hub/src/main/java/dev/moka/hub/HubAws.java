package dev.moka.hub;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.account.InstanceAws;
import dev.moka.hub.account.InstanceTokens.Holder;
import dev.moka.hub.account.Roles;
import dev.moka.hub.aws.AwsService;
import dev.moka.hub.aws.container.ContainerCredentials;
import dev.moka.hub.aws.local.LocalEnvironment;
import dev.moka.hub.aws.operation.PageTokens;
import dev.moka.hub.aws.port.AwsPort;
import dev.moka.hub.aws.signature.SignatureVerifier;
import dev.moka.hub.cloudwatchlogs.CloudWatchLogs;
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.home.LocalAccess;
import dev.moka.hub.iam.Iam;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.notebook.InstanceKey;
import dev.moka.hub.notebook.InstanceName;
import dev.moka.hub.notebook.NotebookInstance;
import dev.moka.hub.s3.S3;
import dev.moka.hub.sagemaker.AccountScope;
import dev.moka.hub.sagemaker.SageMaker;
import dev.moka.hub.sagemaker.notebook.NotebookFamily;
import dev.moka.hub.sagemaker.tags.TagOperations;
import dev.moka.hub.sagemaker.tags.TaggedResources;
import dev.moka.hub.sagemaker.training.TrainingFamily;
import dev.moka.hub.sts.Sts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// The AWS port with its services, put together.
final class HubAws implements AutoCloseable {
    private final HubConfig config;
    private final Features features;
    private final List<AwsService> services;
    private final String localToken;
    private final AwsPort port;

    /// @param webAddress where people reach the hub
    HubAws(
            HubConfig config,
            Features features,
            ObjectStorage storage,
            HubTraining training,
            Supplier<String> webAddress) {
        this.config = config;
        this.features = features;
        this.services = services(config, features, storage, training, webAddress);
        this.localToken = features.secrets.next("");
        this.port = listen();
    }

    /// Where AWS clients reach the hub, without a slash at the end.
    String address() {
        return config.awsAddress(port.port());
    }

    /// The same for somebody who reached the pages at this host.
    String addressAt(String host) {
        return config.awsAddressAt(host, port.port());
    }

    /// How commands on this machine reach the hub.
    LocalAccess localAccess() {
        return new LocalAccess(port.localAddress(), localToken);
    }

    List<AwsService> services() {
        return services;
    }

    @Override
    public void close() {
        port.close();
    }

    /// What an instance is told of AWS: where it is, and how to get credentials.
    InstanceAws of(NotebookInstance instance) {
        InstanceKey key = instance.key();
        AccountId account = features.accounts.of(key.owner()).id();
        Holder holder = new Holder(key.owner(), key.name().value(), instance.id());
        return new InstanceAws(
                port.localAddress(),
                port.localAddress() + ContainerCredentials.PATH,
                features.instanceTokens.token(holder),
                Roles.executionRoleArn(account),
                "arn:aws:sagemaker:%s:%s:notebook-instance/%s"
                        .formatted(
                                config.region(),
                                account,
                                key.name().value().toLowerCase(Locale.ROOT)));
    }

    /// The AWS services that this hub has; each is asked for what is signed for its name.
    private static List<AwsService> services(
            HubConfig config,
            Features features,
            ObjectStorage storage,
            HubTraining training,
            Supplier<String> webAddress) {
        PageTokens tokens = new PageTokens(features.vault);
        return List.of(
                new S3(
                        storage.buckets,
                        storage.objects,
                        storage.listings,
                        storage.uploads,
                        config.s3Domains()),
                sageMaker(features, training, tokens, webAddress),
                CloudWatchLogs.service(features.logs, tokens, features.clock),
                new Sts(features.credentials, features.roles).service(),
                new Iam(features.roles, features.users, features.accessKeys, tokens).service());
    }

    private static AwsService sageMaker(
            Features features,
            HubTraining training,
            PageTokens tokens,
            Supplier<String> webAddress) {
        NotebookFamily notebooks =
                new NotebookFamily(
                        features.instances,
                        features.configs,
                        features.repositories,
                        features.links,
                        features.tags,
                        tokens,
                        new AccountScope(features.accounts::people),
                        webAddress);
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

    private AwsPort listen() {
        return AwsPort.listen(
                config.host(),
                config.awsPort(),
                new SignatureVerifier(config.region(), features.clock),
                features.credentials,
                services,
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
                                this::address)));
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
}
