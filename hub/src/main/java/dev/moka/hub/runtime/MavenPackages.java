package dev.moka.hub.runtime;

import dev.moka.hub.notebook.LockedPackage;
import dev.moka.hub.notebook.PackageCoordinate;
import dev.moka.hub.notebook.PackageLock;
import dev.moka.hub.notebook.PackageResolution;
import dev.moka.packages.Coordinate;
import dev.moka.packages.Progress;
import dev.moka.packages.Request;
import dev.moka.packages.Resolution;
import dev.moka.packages.ResolutionException;
import dev.moka.packages.Resolver;
import dev.moka.packages.maven.MavenResolver;
import dev.moka.packages.maven.MavenSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Package sets resolved by Maven's rules into the cache that all instances share.
public final class MavenPackages implements PackageResolution, AutoCloseable {
    private final MavenSettings settings;
    private final ReentrantLock opening = new ReentrantLock();
    private @Nullable MavenResolver resolver;

    public MavenPackages(MavenSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<LockedPackage> resolve(
            List<PackageCoordinate> coordinates, Consumer<String> progress)
            throws PackagesUnresolved {
        try {
            List<Coordinate> parsed =
                    coordinates.stream().map(c -> Coordinate.parse(c.value())).toList();
            Resolution resolution =
                    resolver().resolve(new Request(parsed, List.of()), new Lines(progress));
            return resolution.artifacts().stream().map(MavenPackages::locked).toList();
        } catch (ResolutionException | IllegalArgumentException e) {
            throw new PackagesUnresolved(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public boolean present(PackageLock lock) {
        return lock.packages().stream().allMatch(MavenPackages::present);
    }

    @Override
    public void close() {
        opening.lock();
        try {
            if (resolver != null) {
                resolver.close();
                resolver = null;
            }
        } finally {
            opening.unlock();
        }
    }

    /// Opening takes tenths of a second, which the start of the hub is spared.
    private Resolver resolver() {
        opening.lock();
        try {
            if (resolver == null) {
                resolver = MavenResolver.open(settings);
            }
            return resolver;
        } finally {
            opening.unlock();
        }
    }

    private static boolean present(LockedPackage locked) {
        Path file = Path.of(locked.file());
        return Files.isRegularFile(file) && file.toFile().length() == locked.bytes();
    }

    private static LockedPackage locked(Resolution.ResolvedArtifact artifact) {
        return new LockedPackage(
                artifact.coordinate().toString(),
                artifact.file().toString(),
                artifact.size(),
                artifact.sha256());
    }

    /// Progress as lines of a log.
    private record Lines(Consumer<String> log) implements Progress {

        @Override
        public void collected(int artifacts, int missing) {
            log.accept("Packages: %d jars, %d to download".formatted(artifacts, missing));
        }

        @Override
        public void downloaded(String file, int number, int missing, long bytes) {
            log.accept(
                    "Packages: %d of %d, %s, %,d KiB"
                            .formatted(number, missing, file, (bytes + 1023) / 1024));
        }
    }
}
