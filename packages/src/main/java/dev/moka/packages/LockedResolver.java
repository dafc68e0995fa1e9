package dev.moka.packages;

import java.util.Optional;

/// A resolver that first looks into a lock file, and writes new answers into it.
public final class LockedResolver implements Resolver {
    private final Resolver resolver;
    private final LockFile lock;

    /// @param resolver asked when the lock file has no answer
    public LockedResolver(Resolver resolver, LockFile lock) {
        this.resolver = resolver;
        this.lock = lock;
    }

    @Override
    public Resolution resolve(Request request, Progress progress) throws ResolutionException {
        Optional<Resolution> kept = lock.find(request);
        if (kept.isPresent()) {
            progress.collected(kept.get().artifacts().size(), 0);
            return kept.get();
        }
        Resolution fresh = resolver.resolve(request, progress);
        lock.put(request, fresh);
        return fresh;
    }
}
