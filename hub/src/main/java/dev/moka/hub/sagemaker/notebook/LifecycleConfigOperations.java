package dev.moka.hub.sagemaker.notebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moka.hub.aws.operation.Call;
import dev.moka.hub.aws.operation.Operation;
import dev.moka.hub.aws.operation.PageTokens;
import dev.moka.hub.errors.ConflictException;
import dev.moka.hub.errors.ResourceInUse;
import dev.moka.hub.notebook.LifecycleConfig;
import dev.moka.hub.notebook.LifecycleConfigs;
import dev.moka.hub.sagemaker.AccountScope;
import dev.moka.hub.sagemaker.Arn;
import dev.moka.hub.sagemaker.Between;
import dev.moka.hub.sagemaker.Invalid;
import dev.moka.hub.sagemaker.Listing;
import dev.moka.hub.sagemaker.Matching;
import dev.moka.hub.sagemaker.notebook.LifecycleConfigMessages.CreateRequest;
import dev.moka.hub.sagemaker.notebook.LifecycleConfigMessages.CreateResponse;
import dev.moka.hub.sagemaker.notebook.LifecycleConfigMessages.DescribeResponse;
import dev.moka.hub.sagemaker.notebook.LifecycleConfigMessages.ListRequest;
import dev.moka.hub.sagemaker.notebook.LifecycleConfigMessages.ListResponse;
import dev.moka.hub.sagemaker.notebook.LifecycleConfigMessages.NameRequest;
import dev.moka.hub.sagemaker.notebook.LifecycleConfigMessages.Script;
import dev.moka.hub.sagemaker.notebook.LifecycleConfigMessages.Summary;
import dev.moka.hub.sagemaker.notebook.LifecycleConfigMessages.UpdateRequest;
import dev.moka.hub.sagemaker.tags.Tag;
import dev.moka.hub.sagemaker.tags.TaggedResources;
import dev.moka.hub.tagging.Tags;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The operations on lifecycle configs, the same that the pages show.
final class LifecycleConfigOperations implements TaggedResources {
    private static final String KIND = "notebook-instance-lifecycle-config";

    private final LifecycleConfigs configs;
    private final AccountScope scope;
    private final Tags tags;
    private final PageTokens tokens;

    LifecycleConfigOperations(
            LifecycleConfigs configs, AccountScope scope, Tags tags, PageTokens tokens) {
        this.configs = configs;
        this.scope = scope;
        this.tags = tags;
        this.tokens = tokens;
    }

    List<Operation<?, ?>> table() {
        return List.of(
                Operation.of(
                                "CreateNotebookInstanceLifecycleConfig",
                                CreateRequest.class,
                                CreateResponse.class,
                                this::create)
                        .differing(
                                "At least one of the scripts must be there.", "Scripts are UTF-8."),
                Operation.of(
                                "DescribeNotebookInstanceLifecycleConfig",
                                NameRequest.class,
                                DescribeResponse.class,
                                this::describe)
                        .differing("Those that an administrator shares are there for everybody."),
                Operation.of(
                                "ListNotebookInstanceLifecycleConfigs",
                                ListRequest.class,
                                ListResponse.class,
                                this::list)
                        .differing("Those that an administrator shares are listed, too."),
                Operation.of(
                                "UpdateNotebookInstanceLifecycleConfig",
                                UpdateRequest.class,
                                this::update)
                        .differing("A script that is left out stays as it is."),
                Operation.of(
                        "DeleteNotebookInstanceLifecycleConfig", NameRequest.class, this::delete));
    }

    private CreateResponse create(Call call, CreateRequest request) {
        String name = request.notebookInstanceLifecycleConfigName();
        Map<String, String> given = Tag.map(request.tags());
        Tags.require(given);
        try {
            LifecycleConfig made =
                    configs.create(
                            scope.self(call.principal()),
                            name,
                            Objects.requireNonNullElse(script("onCreate", request.onCreate()), ""),
                            Objects.requireNonNullElse(script("onStart", request.onStart()), ""),
                            false);
            if (!given.isEmpty()) {
                tags.put(resource(made), given);
            }
        } catch (ConflictException e) {
            throw Invalid.request(
                    "Unable to create Notebook Instance Lifecycle Config %s. (Details: Notebook Instance Lifecycle Config already exists.)"
                            .formatted(Arn.of(call, KIND, name)));
        }
        return new CreateResponse(Arn.of(call, KIND, name).toString());
    }

    private DescribeResponse describe(Call call, NameRequest request) {
        LifecycleConfig config =
                require(call, request.notebookInstanceLifecycleConfigName()).thing();
        return new DescribeResponse(
                Arn.of(call, KIND, config.name()).toString(),
                config.name(),
                scripts(config.onCreate()),
                scripts(config.onStart()),
                config.changedAt(),
                config.createdAt());
    }

    private ListResponse list(Call call, ListRequest request) {
        Matching wanted =
                new Matching(
                        request.nameContains(),
                        new Between(request.creationTimeAfter(), request.creationTimeBefore()),
                        new Between(
                                request.lastModifiedTimeAfter(), request.lastModifiedTimeBefore()));
        List<LifecycleConfig> found =
                all(call).stream()
                        .filter(c -> wanted.holds(c.name(), c.createdAt(), c.changedAt()))
                        .toList();
        Listing.Page<LifecycleConfig> page =
                new Listing<LifecycleConfig>(
                                c -> c.name() + "/" + c.owner(),
                                sortKey(request.sortBy()),
                                "Descending".equals(request.sortOrder()))
                        .page(
                                found,
                                call,
                                tokens,
                                request.query(),
                                request.nextToken(),
                                request.maxResults());
        return new ListResponse(
                page.nextToken(),
                page.items().stream()
                        .map(c ->
                                new Summary(
                                        c.name(),
                                        Arn.of(call, KIND, c.name()).toString(),
                                        c.createdAt(),
                                        c.changedAt()))
                        .toList());
    }

    private void update(Call call, UpdateRequest request) {
        String name = request.notebookInstanceLifecycleConfigName();
        AccountScope.Owned<LifecycleConfig> found = requireOwn(call, name);
        LifecycleConfig present = found.thing();
        configs.update(
                found.owner(),
                name,
                Objects.requireNonNullElse(
                        script("onCreate", request.onCreate()), present.onCreate()),
                Objects.requireNonNullElse(script("onStart", request.onStart()), present.onStart()),
                present.shared());
    }

    private void delete(Call call, NameRequest request) {
        String name = request.notebookInstanceLifecycleConfigName();
        AccountScope.Owned<LifecycleConfig> found = requireOwn(call, name);
        try {
            configs.delete(found.owner(), name);
            tags.removeAll(resource(found.thing()));
        } catch (ResourceInUse e) {
            throw Invalid.request(
                    "Unable to delete Notebook Instance Lifecycle Config %s: %s"
                            .formatted(Arn.of(call, KIND, name), e.text()));
        }
    }

    @Override
    public Optional<String> find(Call call, Arn arn) {
        return arn.kind().equals(KIND)
                ? scope.find(call.principal(), owner -> configs.describe(owner, arn.name()))
                        .filter(found -> isOwn(found))
                        .map(found -> resource(found.thing()))
                : Optional.empty();
    }

    private List<LifecycleConfig> all(Call call) {
        return scope.owners(call.principal()).stream()
                .flatMap(owner -> configs.list(owner).stream())
                .distinct()
                .toList();
    }

    private AccountScope.Owned<LifecycleConfig> require(Call call, String name) {
        return scope.find(call.principal(), owner -> configs.describe(owner, name))
                .orElseThrow(Invalid::notFound);
    }

    private AccountScope.Owned<LifecycleConfig> requireOwn(Call call, String name) {
        AccountScope.Owned<LifecycleConfig> found = require(call, name);
        if (!isOwn(found)) {
            throw Invalid.request(
                    "Lifecycle config '%s' is shared by an administrator and can't be changed here"
                            .formatted(name));
        }
        return found;
    }

    private static boolean isOwn(AccountScope.Owned<LifecycleConfig> found) {
        return found.thing().owner().equals(found.owner().name());
    }

    /// The time is in it so that tags of a deleted one do not come back with its name.
    private static String resource(LifecycleConfig config) {
        return "%s/%s/%s/%d"
                .formatted(KIND, config.owner(), config.name(), config.createdAt().toEpochMilli());
    }

    private static Function<LifecycleConfig, String> sortKey(@Nullable String sortBy) {
        return switch (Objects.requireNonNullElse(sortBy, "CreationTime")) {
            case "Name" -> LifecycleConfig::name;
            case "LastModifiedTime" -> c -> Listing.number(c.changedAt().toEpochMilli());
            default -> c -> Listing.number(c.createdAt().toEpochMilli());
        };
    }

    private static @Nullable String script(String hook, @Nullable List<Script> scripts) {
        if (scripts == null) {
            return null;
        }
        String content = scripts.isEmpty() ? null : scripts.getFirst().content();
        if (content == null) {
            return "";
        }
        try {
            return new String(Base64.getMimeDecoder().decode(content), UTF_8);
        } catch (IllegalArgumentException e) {
            throw Invalid.request("The content of %s is not base64".formatted(hook));
        }
    }

    private static List<Script> scripts(String script) {
        return script.isEmpty()
                ? List.of()
                : List.of(new Script(Base64.getEncoder().encodeToString(script.getBytes(UTF_8))));
    }
}
