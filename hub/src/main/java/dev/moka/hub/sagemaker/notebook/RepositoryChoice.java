package dev.moka.hub.sagemaker.notebook;

import dev.moka.hub.aws.operation.Call;
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.notebook.CodeRepositories;
import dev.moka.hub.notebook.InstanceAttributes;
import dev.moka.hub.sagemaker.AccountScope;
import dev.moka.hub.sagemaker.Invalid;
import java.util.stream.Stream;

/// Checks that the repositories that an instance is to get are there.
final class RepositoryChoice {
    private final CodeRepositories repositories;
    private final AccountScope scope;

    RepositoryChoice(CodeRepositories repositories, AccountScope scope) {
        this.repositories = repositories;
        this.scope = scope;
    }

    /// An address is tried when the instance starts; a name must be one of the caller's.
    void require(Call call, InstanceAttributes attributes) {
        Stream.concat(
                        Stream.ofNullable(attributes.defaultCodeRepository()),
                        attributes.additionalCodeRepositories().stream())
                .filter(repository -> !repository.startsWith("https://"))
                .forEach(name -> {
                    try {
                        repositories.describe(scope.self(call.principal()), name);
                    } catch (ResourceNotFound e) {
                        throw Invalid.request("Cannot find CodeRepository '%s'".formatted(name));
                    }
                });
    }
}
