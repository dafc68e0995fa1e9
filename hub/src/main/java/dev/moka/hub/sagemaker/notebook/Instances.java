package dev.moka.hub.sagemaker.notebook;

import dev.moka.hub.aws.AwsException;
import dev.moka.hub.aws.operation.Call;
import dev.moka.hub.errors.ResourceInUse;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.notebook.InstanceDetails;
import dev.moka.hub.notebook.InstanceKey;
import dev.moka.hub.notebook.InstanceName;
import dev.moka.hub.notebook.NotebookInstance;
import dev.moka.hub.notebook.NotebookInstances;
import dev.moka.hub.sagemaker.AccountScope;
import dev.moka.hub.sagemaker.Arn;
import dev.moka.hub.sagemaker.Invalid;
import dev.moka.hub.sagemaker.tags.TaggedResources;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/// The notebook instances of a call's account.
final class Instances implements TaggedResources {
    static final String KIND = "notebook-instance";

    private final NotebookInstances instances;
    private final AccountScope scope;

    Instances(NotebookInstances instances, AccountScope scope) {
        this.instances = instances;
        this.scope = scope;
    }

    Optional<AccountScope.Owned<NotebookInstance>> find(Call call, String name) {
        return scope.find(
                call.principal(),
                owner ->
                        instances.describe(
                                owner, new InstanceKey(owner.name(), new InstanceName(name))));
    }

    NotebookInstance require(Call call, String name) {
        return find(call, name).orElseThrow(Invalid::notFound).thing();
    }

    List<NotebookInstance> all(Call call) {
        return scope.owners(call.principal()).stream()
                .flatMap(owner -> instances.list(owner).stream())
                .map(InstanceDetails::instance)
                .toList();
    }

    /// Does something that needs the instance in one of some states; else answers as AWS does.
    ///
    /// @param allowed the states from which it is possible
    /// @param next the state that it would lead to
    NotebookInstance change(
            Call call,
            String name,
            String allowed,
            String next,
            BiFunction<Caller, NotebookInstance, NotebookInstance> change) {
        AccountScope.Owned<NotebookInstance> found =
                find(call, name).orElseThrow(Invalid::notFound);
        try {
            return change.apply(found.owner(), found.thing());
        } catch (ResourceInUse e) {
            throw wrongStatus(
                    call, require(call, name), allowed, "transition to (%s)".formatted(next));
        }
    }

    static AwsException wrongStatus(
            Call call, NotebookInstance instance, String allowed, String what) {
        return Invalid.request(
                "Status (%s) not in ([%s]). Unable to %s for Notebook Instance (%s)"
                        .formatted(instance.status().word(), allowed, what, arn(call, instance)));
    }

    static Arn arn(Call call, NotebookInstance instance) {
        return Arn.of(call, KIND, instance.key().name().value().toLowerCase(Locale.ROOT));
    }

    /// What tags call an instance.
    static String resource(NotebookInstance instance) {
        return KIND + "/" + instance.id();
    }

    @Override
    public Optional<String> find(Call call, Arn arn) {
        return arn.kind().equals(KIND)
                ? all(call).stream()
                        .filter(instance -> arn(call, instance).equals(arn))
                        .map(Instances::resource)
                        .findFirst()
                : Optional.empty();
    }
}
