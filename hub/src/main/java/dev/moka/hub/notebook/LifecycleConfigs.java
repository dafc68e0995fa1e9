package dev.moka.hub.notebook;

import dev.moka.hub.changes.Change;
import dev.moka.hub.changes.Changes;
import dev.moka.hub.errors.ConflictException;
import dev.moka.hub.errors.ResourceInUse;
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.errors.ValidationException;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.identity.UserName;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The lifecycle configs of all users: each has their own, and everybody those that administrators
/// share.
public final class LifecycleConfigs {
    /// AWS's limit for a script.
    public static final int LONGEST_SCRIPT = 16_384;

    private final LifecycleConfigStore store;
    private final InstanceStore instances;
    private final Changes changes;
    private final Clock clock;

    public LifecycleConfigs(
            LifecycleConfigStore store, InstanceStore instances, Changes changes, Clock clock) {
        this.store = store;
        this.instances = instances;
        this.changes = changes;
        this.clock = clock;
    }

    public LifecycleConfig create(
            Caller caller, String name, String onCreate, String onStart, boolean shared) {
        LifecycleConfig config = checked(caller, name, onCreate, onStart, shared);
        if (!store.insert(config)) {
            throw new ConflictException(
                    "You have a lifecycle config named '%s' already; choose another name"
                            .formatted(name));
        }
        changes.publish(new Change.SettingsChanged(caller.name().value()));
        return config;
    }

    /// Replaces the scripts; instances run the new ones at their next start.
    public LifecycleConfig update(
            Caller caller, String name, String onCreate, String onStart, boolean shared) {
        LifecycleConfig config = checked(caller, name, onCreate, onStart, shared);
        if (!store.update(config)) {
            throw missing(name);
        }
        changes.publish(new Change.SettingsChanged(caller.name().value()));
        return config;
    }

    public void delete(Caller caller, String name) {
        LifecycleConfig config = store.find(caller.name(), name).orElseThrow(() -> missing(name));
        List<NotebookInstance> users =
                (config.shared() ? instances.listAll() : instances.list(caller.name()))
                        .stream()
                                .filter(i -> name.equals(i.spec().lifecycleConfig()))
                                .filter(i -> owned(i.key().owner(), config))
                                .toList();
        if (!users.isEmpty()) {
            throw new ResourceInUse(
                    "Lifecycle config '%s' is used by %s; choose another one there first"
                            .formatted(name, InUse.names(users)));
        }
        store.delete(caller.name(), name);
        changes.publish(new Change.SettingsChanged(caller.name().value()));
    }

    /// The caller's own configs and the shared ones.
    public List<LifecycleConfig> list(Caller caller) {
        return store.usable(caller.name());
    }

    /// The caller's own config of this name, else a shared one.
    public LifecycleConfig describe(Caller caller, String name) {
        return usable(caller.name(), name).orElseThrow(() -> missing(name));
    }

    Optional<LifecycleConfig> usable(UserName owner, String name) {
        return store.find(owner, name)
                .or(() ->
                        store.usable(owner).stream()
                                .filter(config -> config.name().equals(name))
                                .findFirst());
    }

    private boolean owned(UserName user, LifecycleConfig config) {
        return usable(user, config.name())
                .filter(c -> c.owner().equals(config.owner()))
                .isPresent();
    }

    private LifecycleConfig checked(
            Caller caller, String name, String onCreate, String onStart, boolean shared) {
        InstanceName.requireForm("lifecycle config", name);
        requireLength(Hook.ON_CREATE, onCreate);
        requireLength(Hook.ON_START, onStart);
        if (onCreate.isBlank() && onStart.isBlank()) {
            throw new ValidationException(
                    "Lifecycle config '%s' has no script; give OnCreate, OnStart or both"
                            .formatted(name));
        }
        if (shared) {
            caller.requireAdmin("share a lifecycle config");
        }
        return new LifecycleConfig(caller.name(), name, onCreate, onStart, shared, clock.instant());
    }

    private static void requireLength(Hook hook, String script) {
        if (script.length() > LONGEST_SCRIPT) {
            throw new ValidationException(
                    "The %s script has %,d characters; at most %,d are allowed. Put what is longer into a file that the script fetches"
                            .formatted(hook.word(), script.length(), LONGEST_SCRIPT));
        }
    }

    private static ResourceNotFound missing(String name) {
        return new ResourceNotFound(
                "There is no lifecycle config named '%s' that is yours".formatted(name));
    }
}
