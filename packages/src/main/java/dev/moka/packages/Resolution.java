package dev.moka.packages;

import java.nio.file.Path;
import java.util.List;

/// What a request resolves to: itself and everything it needs at run time.
///
/// @param artifacts in class path order
public record Resolution(List<ResolvedArtifact> artifacts) {
    /// Copies the list.
    public Resolution {
        artifacts = List.copyOf(artifacts);
    }

    /// The files, for a class path.
    public List<Path> files() {
        return artifacts.stream().map(ResolvedArtifact::file).toList();
    }

    /// Bytes of all files.
    public long size() {
        return artifacts.stream().mapToLong(ResolvedArtifact::size).sum();
    }

    /// One file.
    ///
    /// @param coordinate with the version that was chosen
    /// @param sha256 in hexadecimal
    /// @param size in bytes
    public record ResolvedArtifact(Coordinate coordinate, Path file, String sha256, long size) {}
}
