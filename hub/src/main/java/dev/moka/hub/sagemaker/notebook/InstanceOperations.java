package dev.moka.hub.sagemaker.notebook;

import dev.moka.hub.aws.operation.Call;
import dev.moka.hub.aws.operation.Operation;
import dev.moka.hub.aws.operation.PageTokens;
import dev.moka.hub.notebook.InstanceLinks;
import dev.moka.hub.notebook.InstanceName;
import dev.moka.hub.notebook.InstanceSpec;
import dev.moka.hub.notebook.NotebookInstance;
import dev.moka.hub.notebook.NotebookInstances;
import dev.moka.hub.sagemaker.AccountScope;
import dev.moka.hub.sagemaker.Between;
import dev.moka.hub.sagemaker.Invalid;
import dev.moka.hub.sagemaker.Listing;
import dev.moka.hub.sagemaker.Matching;
import dev.moka.hub.sagemaker.PassedRole;
import dev.moka.hub.sagemaker.notebook.InstanceMessages.CreateRequest;
import dev.moka.hub.sagemaker.notebook.InstanceMessages.CreateResponse;
import dev.moka.hub.sagemaker.notebook.InstanceMessages.DescribeResponse;
import dev.moka.hub.sagemaker.notebook.InstanceMessages.ListRequest;
import dev.moka.hub.sagemaker.notebook.InstanceMessages.ListResponse;
import dev.moka.hub.sagemaker.notebook.InstanceMessages.NameRequest;
import dev.moka.hub.sagemaker.notebook.InstanceMessages.PresignRequest;
import dev.moka.hub.sagemaker.notebook.InstanceMessages.PresignResponse;
import dev.moka.hub.sagemaker.notebook.InstanceMessages.UpdateRequest;
import dev.moka.hub.sagemaker.tags.Tag;
import dev.moka.hub.tagging.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The operations on notebook instances, over the instances that the pages show.
final class InstanceOperations {
    private static final String NOT_RUNNING = "Stopped, Failed";
    private static final int LONGEST_SESSION = 43_200;

    private final NotebookInstances notebooks;
    private final Instances instances;
    private final RepositoryChoice repositories;
    private final InstanceShapes shapes;
    private final InstanceLinks links;
    private final Tags tags;
    private final PageTokens tokens;
    private final AccountScope scope;
    private final Supplier<String> address;

    InstanceOperations(
            NotebookInstances notebooks,
            Instances instances,
            RepositoryChoice repositories,
            InstanceLinks links,
            Tags tags,
            PageTokens tokens,
            AccountScope scope,
            Supplier<String> address) {
        this.notebooks = notebooks;
        this.instances = instances;
        this.repositories = repositories;
        this.shapes = new InstanceShapes(address);
        this.links = links;
        this.tags = tags;
        this.tokens = tokens;
        this.scope = scope;
        this.address = address;
    }

    List<Operation<?, ?>> table() {
        return List.of(
                Operation.of(
                                "CreateNotebookInstance",
                                CreateRequest.class,
                                CreateResponse.class,
                                this::create)
                        .differing(
                                "SubnetId, SecurityGroupIds, KmsKeyId, DirectInternetAccess,"
                                        + " RootAccess, PlatformIdentifier, IpAddressType,"
                                        + " AcceleratorTypes, VolumeSizeInGB and"
                                        + " InstanceMetadataServiceConfiguration are kept and given"
                                        + " back; they change nothing on the hub's machine.",
                                "InstanceType may be any notebook type of the hub's catalogue."),
                Operation.of(
                                "DescribeNotebookInstance",
                                NameRequest.class,
                                DescribeResponse.class,
                                this::describe)
                        .differing(
                                "Url is an address of the hub.", "NetworkInterfaceId is absent."),
                Operation.of(
                                "ListNotebookInstances",
                                ListRequest.class,
                                ListResponse.class,
                                this::list)
                        .differing("A page has 100 instances unless MaxResults says less."),
                Operation.of("UpdateNotebookInstance", UpdateRequest.class, this::update),
                Operation.of("StartNotebookInstance", NameRequest.class, this::start),
                Operation.of("StopNotebookInstance", NameRequest.class, this::stop)
                        .differing("An instance that is Pending can be stopped, too."),
                Operation.of("DeleteNotebookInstance", NameRequest.class, this::delete)
                        .differing("The files go to the hub's trash folder."),
                Operation.of(
                        "CreatePresignedNotebookInstanceUrl",
                        PresignRequest.class,
                        PresignResponse.class,
                        this::presign));
    }

    private CreateResponse create(Call call, CreateRequest request) {
        instances
                .find(call, request.notebookInstanceName())
                .ifPresent(present -> {
                    throw Invalid.request(
                            "Cannot create a duplicate Notebook Instance (%s)"
                                    .formatted(Instances.arn(call, present.thing())));
                });
        PassedRole.require(call, request.roleArn());
        Map<String, String> given = Tag.map(request.tags());
        Tags.require(given);
        InstanceSpec spec = shapes.spec(request);
        repositories.require(call, spec.attributes());
        NotebookInstance made =
                notebooks.create(
                        scope.self(call.principal()),
                        new InstanceName(request.notebookInstanceName()),
                        spec);
        if (!given.isEmpty()) {
            tags.put(Instances.resource(made), given);
        }
        return new CreateResponse(Instances.arn(call, made).toString());
    }

    private DescribeResponse describe(Call call, NameRequest request) {
        return shapes.describe(call, instances.require(call, request.notebookInstanceName()));
    }

    private ListResponse list(Call call, ListRequest request) {
        List<NotebookInstance> found =
                instances.all(call).stream().filter(i -> isWanted(request, i)).toList();
        Listing<NotebookInstance> listing =
                new Listing<>(
                        instance -> instance.key().name().value(),
                        sortKey(request.sortBy()),
                        "Descending".equals(request.sortOrder()));
        Listing.Page<NotebookInstance> page =
                listing.page(
                        found,
                        call,
                        tokens,
                        request.query(),
                        request.nextToken(),
                        request.maxResults());
        return new ListResponse(
                page.nextToken(), page.items().stream().map(i -> shapes.summary(call, i)).toList());
    }

    private void update(Call call, UpdateRequest request) {
        if (request.roleArn() != null) {
            PassedRole.require(call, request.roleArn());
        }
        instances.change(
                call,
                request.notebookInstanceName(),
                NOT_RUNNING,
                "Updating",
                (owner, instance) -> {
                    InstanceSpec spec = shapes.changed(instance.spec(), request);
                    repositories.require(call, spec.attributes());
                    return notebooks.update(owner, instance.key(), spec);
                });
    }

    private void start(Call call, NameRequest request) {
        instances.change(
                call,
                request.notebookInstanceName(),
                NOT_RUNNING,
                "Pending",
                (owner, instance) -> notebooks.start(owner, instance.key()));
    }

    private void stop(Call call, NameRequest request) {
        instances.change(
                call,
                request.notebookInstanceName(),
                "InService, Pending",
                "Stopping",
                (owner, instance) -> notebooks.stop(owner, instance.key()));
    }

    private void delete(Call call, NameRequest request) {
        instances.change(
                call,
                request.notebookInstanceName(),
                NOT_RUNNING,
                "Deleting",
                (owner, instance) -> {
                    NotebookInstance deleted = notebooks.delete(owner, instance.key());
                    tags.removeAll(Instances.resource(deleted));
                    return deleted;
                });
    }

    private PresignResponse presign(Call call, PresignRequest request) {
        NotebookInstance instance = instances.require(call, request.notebookInstanceName());
        if (!instance.inService()) {
            throw Instances.wrongStatus(call, instance, "InService", "create a presigned URL");
        }
        int seconds =
                Objects.requireNonNullElse(
                        request.sessionExpirationDurationInSeconds(), LONGEST_SESSION);
        String token = links.create(instance, Duration.ofSeconds(seconds));
        return new PresignResponse(
                "%s/notebook-sign-in?authToken=%s".formatted(address.get(), token));
    }

    private static boolean isWanted(ListRequest request, NotebookInstance instance) {
        var attributes = instance.spec().attributes();
        Matching wanted =
                new Matching(
                        request.nameContains(),
                        new Between(request.creationTimeAfter(), request.creationTimeBefore()),
                        new Between(
                                request.lastModifiedTimeAfter(), request.lastModifiedTimeBefore()));
        return wanted.holds(
                        instance.key().name().value(),
                        instance.createdAt(),
                        instance.status().since())
                && (request.statusEquals() == null
                        || request.statusEquals().equals(instance.status().word()))
                && contains(
                        instance.spec().lifecycleConfig(),
                        request.notebookInstanceLifecycleConfigNameContains())
                && contains(
                        attributes.defaultCodeRepository(), request.defaultCodeRepositoryContains())
                && (request.additionalCodeRepositoryEquals() == null
                        || attributes
                                .additionalCodeRepositories()
                                .contains(request.additionalCodeRepositoryEquals()));
    }

    private static boolean contains(@Nullable String text, @Nullable String part) {
        return part == null || (text != null && text.contains(part));
    }

    private static Function<NotebookInstance, String> sortKey(@Nullable String sortBy) {
        return switch (Objects.requireNonNullElse(sortBy, "Name")) {
            case "CreationTime" -> i -> Listing.number(i.createdAt().toEpochMilli());
            case "Status" -> i -> i.status().word();
            default -> i -> i.key().name().value();
        };
    }
}
