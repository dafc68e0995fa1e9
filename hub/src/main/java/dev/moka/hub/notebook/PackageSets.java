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

/// The package sets of all users: each has their own, and everybody those that administrators
/// share.
public final class PackageSets {
    /// More coordinates than this in one set are a mistake.
    public static final int MOST_COORDINATES = 200;

    private final PackageSetStore store;
    private final InstanceStore instances;
    private final Changes changes;
    private final Clock clock;

    public PackageSets(
            PackageSetStore store, InstanceStore instances, Changes changes, Clock clock) {
        this.store = store;
        this.instances = instances;
        this.changes = changes;
        this.clock = clock;
    }

    public PackageSet create(
            Caller caller, String name, List<PackageCoordinate> coordinates, boolean shared) {
        PackageSet set = checked(caller, name, coordinates, shared);
        if (!store.insert(set)) {
            throw new ConflictException(
                    "You have a package set named '%s' already; choose another name"
                            .formatted(name));
        }
        changes.publish(new Change.SettingsChanged(caller.name().value()));
        return set;
    }

    /// Replaces the coordinates; instances resolve the new ones at their next start.
    public PackageSet update(
            Caller caller, String name, List<PackageCoordinate> coordinates, boolean shared) {
        PackageSet set = checked(caller, name, coordinates, shared);
        if (!store.update(set)) {
            throw missing(name);
        }
        changes.publish(new Change.SettingsChanged(caller.name().value()));
        return set;
    }

    public void delete(Caller caller, String name) {
        PackageSet set = store.find(caller.name(), name).orElseThrow(() -> missing(name));
        List<NotebookInstance> users =
                (set.shared() ? instances.listAll() : instances.list(caller.name()))
                        .stream()
                                .filter(i -> name.equals(i.spec().packageSet()))
                                .filter(i -> owned(i.key().owner(), set))
                                .toList();
        if (!users.isEmpty()) {
            throw new ResourceInUse(
                    "Package set '%s' is used by %s; choose another one there first"
                            .formatted(name, InUse.names(users)));
        }
        store.delete(caller.name(), name);
        changes.publish(new Change.SettingsChanged(caller.name().value()));
    }

    /// The caller's own sets and the shared ones.
    public List<PackageSet> list(Caller caller) {
        return store.usable(caller.name());
    }

    /// The caller's own set of this name, else a shared one.
    public PackageSet describe(Caller caller, String name) {
        return usable(caller.name(), name).orElseThrow(() -> missing(name));
    }

    Optional<PackageSet> usable(UserName owner, String name) {
        return store.find(owner, name)
                .or(() ->
                        store.usable(owner).stream()
                                .filter(set -> set.name().equals(name))
                                .findFirst());
    }

    static void requireCount(List<PackageCoordinate> coordinates) {
        if (coordinates.size() > MOST_COORDINATES) {
            throw new ValidationException(
                    "There are %d coordinates; at most %d are allowed"
                            .formatted(coordinates.size(), MOST_COORDINATES));
        }
    }

    private boolean owned(UserName user, PackageSet set) {
        return usable(user, set.name()).filter(s -> s.owner().equals(set.owner())).isPresent();
    }

    private PackageSet checked(
            Caller caller, String name, List<PackageCoordinate> coordinates, boolean shared) {
        InstanceName.requireForm("package set", name);
        requireCount(coordinates);
        if (coordinates.isEmpty()) {
            throw new ValidationException(
                    "Package set '%s' is empty; give at least one coordinate such as tech.tablesaw:tablesaw-core:0.44.4"
                            .formatted(name));
        }
        if (shared) {
            caller.requireAdmin("share a package set");
        }
        return new PackageSet(caller.name(), name, coordinates, shared, clock.instant());
    }

    private static ResourceNotFound missing(String name) {
        return new ResourceNotFound(
                "There is no package set named '%s' that is yours".formatted(name));
    }
}
