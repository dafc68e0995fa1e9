package dev.moka.packages;

/// Finds artifacts and their dependencies, downloading what is not on the machine yet.
@FunctionalInterface
public interface Resolver {
    /// Resolves a request.
    ///
    /// @throws ResolutionException says which coordinate failed, what was tried and what to do
    Resolution resolve(Request request, Progress progress) throws ResolutionException;
}
