package dev.moka.hub.console;

import dev.moka.hub.console.view.Link;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.notebook.InstanceSpec;
import dev.moka.hub.notebook.NotebookInstance;
import dev.moka.hub.notebook.NotebookInstances;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which of a person's instances use a lifecycle config or a package set.
final class Usage {
    private final List<NotebookInstance> instances;

    private Usage(List<NotebookInstance> instances) {
        this.instances = instances;
    }

    static Usage of(NotebookInstances instances, Caller caller) {
        return new Usage(
                instances.list(caller).stream().map(details -> details.instance()).toList());
    }

    List<Link> ofConfig(String name) {
        return of(name, InstanceSpec::lifecycleConfig);
    }

    List<Link> ofSet(String name) {
        return of(name, InstanceSpec::packageSet);
    }

    private List<Link> of(String name, Function<InstanceSpec, @Nullable String> used) {
        return instances.stream()
                .filter(instance -> name.equals(used.apply(instance.spec())))
                .map(instance ->
                        Link.to(instance.key().name().value(), InstanceViews.path(instance.key())))
                .toList();
    }
}
