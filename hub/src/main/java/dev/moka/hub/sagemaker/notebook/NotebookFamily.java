package dev.moka.hub.sagemaker.notebook;

import dev.moka.hub.aws.operation.Operation;
import dev.moka.hub.aws.operation.PageTokens;
import dev.moka.hub.notebook.CodeRepositories;
import dev.moka.hub.notebook.InstanceLinks;
import dev.moka.hub.notebook.LifecycleConfigs;
import dev.moka.hub.notebook.NotebookInstances;
import dev.moka.hub.sagemaker.AccountScope;
import dev.moka.hub.sagemaker.tags.TaggedResources;
import dev.moka.hub.tagging.Tags;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Everything of the notebook-instance family: its operations, and what of it can have tags.
public final class NotebookFamily {
    private final Instances instances;
    private final InstanceOperations instanceOperations;
    private final LifecycleConfigOperations configOperations;
    private final RepositoryOperations repositoryOperations;

    /// The family over the hub's features.
    ///
    /// @param address where people reach the hub, without a slash at the end
    public NotebookFamily(
            NotebookInstances notebooks,
            LifecycleConfigs configs,
            CodeRepositories repositories,
            InstanceLinks links,
            Tags tags,
            PageTokens tokens,
            AccountScope scope,
            Supplier<String> address) {
        this.instances = new Instances(notebooks, scope);
        this.instanceOperations =
                new InstanceOperations(
                        notebooks,
                        instances,
                        new RepositoryChoice(repositories, scope),
                        links,
                        tags,
                        tokens,
                        scope,
                        address);
        this.configOperations = new LifecycleConfigOperations(configs, scope, tags, tokens);
        this.repositoryOperations = new RepositoryOperations(repositories, scope, tags, tokens);
    }

    public List<Operation<?, ?>> table() {
        return Stream.of(
                        instanceOperations.table(),
                        configOperations.table(),
                        repositoryOperations.table())
                .flatMap(List::stream)
                .<Operation<?, ?>>map(operation -> operation)
                .toList();
    }

    public List<TaggedResources> tagged() {
        return List.of(instances, configOperations, repositoryOperations);
    }
}
