package dev.moka.kernel.magics;

import dev.moka.packages.LockFile;
import dev.moka.packages.LockedResolver;
import dev.moka.packages.Resolver;
import dev.moka.packages.maven.MavenResolver;
import dev.moka.packages.maven.MavenSettings;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Where packages are kept, and the resolver, which is opened when the lock file has no answer: a
/// notebook without `%maven` pays nothing for it.
public final class PackageStore implements AutoCloseable {
    private final MavenSettings settings;
    private final ReentrantLock opening = new ReentrantLock();
    private @Nullable MavenResolver maven;

    /// @param settings where artifacts are kept
    public PackageStore(MavenSettings settings) {
        this.settings = settings;
    }

    boolean offline() {
        return settings.offline();
    }

    /// Maven's resolver behind the lock file.
    Resolver locked() {
        Path repository =
                settings.localRepository()
                        .orElseGet(() ->
                                Path.of(System.getProperty("user.home", ""), ".m2", "repository"));
        LockFile lock =
                new LockFile(repository.resolve(".moka").resolve("packages.lock.json"), repository);
        return new LockedResolver((request, progress) -> maven().resolve(request, progress), lock);
    }

    /// Maven's resolver.
    MavenResolver maven() {
        opening.lock();
        try {
            MavenResolver open = maven;
            if (open == null) {
                open = MavenResolver.open(settings);
                maven = open;
            }
            return open;
        } finally {
            opening.unlock();
        }
    }

    @Override
    public void close() {
        MavenResolver open = maven;
        if (open != null) {
            open.close();
        }
    }
}
