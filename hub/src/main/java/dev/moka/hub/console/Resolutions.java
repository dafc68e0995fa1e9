package dev.moka.hub.console;

import dev.moka.hub.identity.UserName;
import dev.moka.hub.notebook.LockedPackage;
import dev.moka.hub.notebook.PackageCoordinate;
import dev.moka.hub.notebook.PackageResolution;
import dev.moka.hub.notebook.PackageResolution.PackagesUnresolved;
import dev.moka.hub.notebook.PackageSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;

/// Package sets that somebody asked to resolve before an instance does, with their progress.
///
/// What is found fills the shared cache; the lock itself is each instance's own.
public final class Resolutions implements AutoCloseable {
    private static final int AT_ONCE = 2;

    private final PackageResolution resolution;
    private final ExecutorService threads;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final Map<Key, State> states = new ConcurrentHashMap<>();

    /// @param threads where resolutions run; closed with this
    public Resolutions(PackageResolution resolution, ExecutorService threads, Clock clock) {
        this.resolution = resolution;
        this.threads = threads;
        this.clock = clock;
    }

    /// Where a resolution stands.
    sealed interface State {
        record Running(Instant since, String progress) implements State {}

        record Done(List<PackageCoordinate> asked, List<LockedPackage> packages, Duration took)
                implements State {
            public Done {
                asked = List.copyOf(asked);
                packages = List.copyOf(packages);
            }
        }

        record Failed(String reason) implements State {}
    }

    private record Key(UserName owner, String name) {}

    /// Begins to resolve a set, unless that is under way.
    void start(PackageSet set) {
        Key key = new Key(set.owner(), set.name());
        State.Running waiting = new State.Running(clock.instant(), "waiting for a turn");
        State before = states.put(key, waiting);
        if (before instanceof State.Running) {
            states.put(key, before);
            return;
        }
        threads.execute(() -> resolve(key, set.coordinates(), waiting.since()));
    }

    Optional<State> of(PackageSet set) {
        return Optional.ofNullable(states.get(new Key(set.owner(), set.name())));
    }

    /// Forgets what was found for coordinates that are no more.
    void forget(PackageSet set) {
        states.computeIfPresent(
                new Key(set.owner(), set.name()),
                (_, state) -> state instanceof State.Running ? state : null);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void resolve(Key key, List<PackageCoordinate> coordinates, Instant since) {
        try {
            turns.acquire();
            try {
                List<LockedPackage> found =
                        resolution.resolve(
                                coordinates,
                                said -> states.put(key, new State.Running(since, said)));
                Duration took = Duration.between(since, clock.instant());
                states.put(key, new State.Done(coordinates, found, took));
            } finally {
                turns.release();
            }
        } catch (PackagesUnresolved e) {
            states.put(key, new State.Failed(String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            states.remove(key);
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            states.put(key, new State.Failed("The resolution broke: " + e.getMessage()));
        }
    }
}
