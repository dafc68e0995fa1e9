package dev.moka.packages.maven;

import dev.moka.packages.Coordinate;
import dev.moka.packages.Digests;
import dev.moka.packages.Resolution;
import dev.moka.packages.Resolution.ResolvedArtifact;
import dev.moka.packages.ResolutionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;

/// Translates between our records and Maven Resolver's.
final class Artifacts {
    private Artifacts() {}

    static Artifact artifact(Coordinate coordinate) {
        return new DefaultArtifact(
                coordinate.group(),
                coordinate.artifact(),
                coordinate.classifier(),
                coordinate.extension(),
                coordinate.version());
    }

    static Coordinate coordinate(Artifact artifact) {
        return new Coordinate(
                artifact.getGroupId(),
                artifact.getArtifactId(),
                artifact.getExtension(),
                artifact.getClassifier(),
                artifact.getVersion());
    }

    static boolean isForClassPath(Dependency dependency) {
        return !dependency.isOptional()
                && List.of("compile", "runtime", "").contains(dependency.getScope())
                && !dependency.getArtifact().getExtension().equals("pom");
    }

    static Resolution resolution(List<ArtifactResult> results) throws ResolutionException {
        List<ResolvedArtifact> artifacts = new ArrayList<>();
        for (ArtifactResult result : results) {
            Artifact artifact = result.getArtifact();
            Path file = artifact.getFile().toPath();
            try {
                artifacts.add(
                        new ResolvedArtifact(
                                coordinate(artifact),
                                file,
                                Digests.sha256(file),
                                Files.size(file)));
            } catch (IOException e) {
                throw new ResolutionException(
                        "can't read %s: %s".formatted(file, e.getMessage()), e);
            }
        }
        return new Resolution(artifacts);
    }
}
