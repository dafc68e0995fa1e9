package dev.moka.hub.notebook;

import dev.moka.hub.errors.ConflictException;
import dev.moka.hub.errors.ResourceInUse;
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.identity.UserName;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The code repositories of all users; each has their own.
public final class CodeRepositories {
    private final CodeRepositoryStore store;
    private final InstanceStore instances;
    private final Clock clock;

    public CodeRepositories(CodeRepositoryStore store, InstanceStore instances, Clock clock) {
        this.store = store;
        this.instances = instances;
        this.clock = clock;
    }

    public CodeRepository create(
            Caller caller,
            String name,
            String url,
            @Nullable String branch,
            @Nullable String secretArn) {
        InstanceName.requireForm("code repository", name);
        CodeRepository repository =
                new CodeRepository(
                        caller.name(),
                        name,
                        url,
                        branch,
                        secretArn,
                        clock.instant(),
                        clock.instant());
        if (!store.insert(repository)) {
            throw new ConflictException(
                    "You have a code repository named '%s' already; choose another name"
                            .formatted(name));
        }
        return repository;
    }

    /// Changes where the credentials are.
    public CodeRepository update(Caller caller, String name, @Nullable String secretArn) {
        CodeRepository changed = describe(caller, name).withSecret(secretArn, clock.instant());
        store.update(changed);
        return changed;
    }

    public void delete(Caller caller, String name) {
        describe(caller, name);
        List<NotebookInstance> users =
                instances.list(caller.name()).stream()
                        .filter(i -> i.spec().attributes().uses(name))
                        .toList();
        if (!users.isEmpty()) {
            throw new ResourceInUse(
                    "Code repository '%s' is used by %s; take it away there first"
                            .formatted(name, InUse.names(users)));
        }
        store.delete(caller.name(), name);
    }

    public CodeRepository describe(Caller caller, String name) {
        return find(caller.name(), name)
                .orElseThrow(() ->
                        new ResourceNotFound(
                                "There is no code repository named '%s' that is yours"
                                        .formatted(name)));
    }

    public List<CodeRepository> list(Caller caller) {
        return store.list(caller.name());
    }

    Optional<CodeRepository> find(UserName owner, String name) {
        return store.find(owner, name);
    }
}
