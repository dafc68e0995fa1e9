package dev.moka.hub.sagemaker.notebook;

import dev.moka.hub.aws.operation.Call;
import dev.moka.hub.aws.operation.Operation;
import dev.moka.hub.aws.operation.PageTokens;
import dev.moka.hub.errors.ConflictException;
import dev.moka.hub.errors.ResourceInUse;
import dev.moka.hub.notebook.CodeRepositories;
import dev.moka.hub.notebook.CodeRepository;
import dev.moka.hub.sagemaker.AccountScope;
import dev.moka.hub.sagemaker.Arn;
import dev.moka.hub.sagemaker.Between;
import dev.moka.hub.sagemaker.Invalid;
import dev.moka.hub.sagemaker.Listing;
import dev.moka.hub.sagemaker.Matching;
import dev.moka.hub.sagemaker.notebook.RepositoryMessages.ArnResponse;
import dev.moka.hub.sagemaker.notebook.RepositoryMessages.CreateRequest;
import dev.moka.hub.sagemaker.notebook.RepositoryMessages.DescribeResponse;
import dev.moka.hub.sagemaker.notebook.RepositoryMessages.GitConfig;
import dev.moka.hub.sagemaker.notebook.RepositoryMessages.ListRequest;
import dev.moka.hub.sagemaker.notebook.RepositoryMessages.ListResponse;
import dev.moka.hub.sagemaker.notebook.RepositoryMessages.NameRequest;
import dev.moka.hub.sagemaker.notebook.RepositoryMessages.UpdateRequest;
import dev.moka.hub.sagemaker.tags.Tag;
import dev.moka.hub.sagemaker.tags.TaggedResources;
import dev.moka.hub.tagging.Tags;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The operations on code repositories.
final class RepositoryOperations implements TaggedResources {
    private static final String KIND = "code-repository";

    private final CodeRepositories repositories;
    private final AccountScope scope;
    private final Tags tags;
    private final PageTokens tokens;

    RepositoryOperations(
            CodeRepositories repositories, AccountScope scope, Tags tags, PageTokens tokens) {
        this.repositories = repositories;
        this.scope = scope;
        this.tags = tags;
        this.tokens = tokens;
    }

    List<Operation<?, ?>> table() {
        return List.of(
                Operation.of(
                                "CreateCodeRepository",
                                CreateRequest.class,
                                ArnResponse.class,
                                this::create)
                        .differing(
                                "SecretArn is kept and given back; instances clone without"
                                        + " credentials."),
                Operation.of(
                        "DescribeCodeRepository",
                        NameRequest.class,
                        DescribeResponse.class,
                        this::describe),
                Operation.of(
                        "ListCodeRepositories", ListRequest.class, ListResponse.class, this::list),
                Operation.of(
                        "UpdateCodeRepository",
                        UpdateRequest.class,
                        ArnResponse.class,
                        this::update),
                Operation.of("DeleteCodeRepository", NameRequest.class, this::delete)
                        .differing("One that a notebook instance uses is not deleted."));
    }

    private ArnResponse create(Call call, CreateRequest request) {
        Map<String, String> given = Tag.map(request.tags());
        Tags.require(given);
        GitConfig git = request.gitConfig();
        try {
            CodeRepository made =
                    repositories.create(
                            scope.self(call.principal()),
                            request.codeRepositoryName(),
                            git.repositoryUrl(),
                            git.branch(),
                            git.secretArn());
            if (!given.isEmpty()) {
                tags.put(resource(made), given);
            }
            return new ArnResponse(arn(call, made));
        } catch (ConflictException e) {
            throw Invalid.request(
                    "Cannot create already existing CodeRepository (%s)"
                            .formatted(Arn.of(call, KIND, request.codeRepositoryName())));
        }
    }

    private DescribeResponse describe(Call call, NameRequest request) {
        return shape(call, require(call, request.codeRepositoryName()).thing());
    }

    private ListResponse list(Call call, ListRequest request) {
        Matching wanted =
                new Matching(
                        request.nameContains(),
                        new Between(request.creationTimeAfter(), request.creationTimeBefore()),
                        new Between(
                                request.lastModifiedTimeAfter(), request.lastModifiedTimeBefore()));
        List<CodeRepository> found =
                scope.owners(call.principal()).stream()
                        .flatMap(owner -> repositories.list(owner).stream())
                        .filter(r -> wanted.holds(r.name(), r.createdAt(), r.changedAt()))
                        .toList();
        Listing.Page<CodeRepository> page =
                new Listing<CodeRepository>(
                                r -> r.name() + "/" + r.owner(),
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
                page.items().stream().map(r -> shape(call, r)).toList(), page.nextToken());
    }

    private ArnResponse update(Call call, UpdateRequest request) {
        AccountScope.Owned<CodeRepository> found = require(call, request.codeRepositoryName());
        if (request.gitConfig() != null) {
            repositories.update(
                    found.owner(), found.thing().name(), request.gitConfig().secretArn());
        }
        return new ArnResponse(arn(call, found.thing()));
    }

    private void delete(Call call, NameRequest request) {
        AccountScope.Owned<CodeRepository> found = require(call, request.codeRepositoryName());
        try {
            repositories.delete(found.owner(), found.thing().name());
            tags.removeAll(resource(found.thing()));
        } catch (ResourceInUse e) {
            throw Invalid.request(e.text());
        }
    }

    @Override
    public Optional<String> find(Call call, Arn arn) {
        return arn.kind().equals(KIND)
                ? scope.find(call.principal(), owner -> repositories.describe(owner, arn.name()))
                        .map(found -> resource(found.thing()))
                : Optional.empty();
    }

    private AccountScope.Owned<CodeRepository> require(Call call, String name) {
        return scope.find(call.principal(), owner -> repositories.describe(owner, name))
                .orElseThrow(() ->
                        Invalid.request(
                                "Cannot find CodeRepository (%s)"
                                        .formatted(Arn.of(call, KIND, name))));
    }

    private static DescribeResponse shape(Call call, CodeRepository repository) {
        return new DescribeResponse(
                repository.name(),
                arn(call, repository),
                repository.createdAt(),
                repository.changedAt(),
                new GitConfig(repository.url(), repository.branch(), repository.secretArn()));
    }

    private static String arn(Call call, CodeRepository repository) {
        return Arn.of(call, KIND, repository.name()).toString();
    }

    private static String resource(CodeRepository repository) {
        return "%s/%s/%s/%d"
                .formatted(
                        KIND,
                        repository.owner(),
                        repository.name(),
                        repository.createdAt().toEpochMilli());
    }

    private static Function<CodeRepository, String> sortKey(@Nullable String sortBy) {
        return switch (Objects.requireNonNullElse(sortBy, "Name")) {
            case "CreationTime" -> r -> Listing.number(r.createdAt().toEpochMilli());
            case "LastModifiedTime" -> r -> Listing.number(r.changedAt().toEpochMilli());
            default -> CodeRepository::name;
        };
    }
}
