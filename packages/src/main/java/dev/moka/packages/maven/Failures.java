package dev.moka.packages.maven;

import dev.moka.packages.Coordinate;
import dev.moka.packages.Request;
import dev.moka.packages.ResolutionException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.version.Version;

/// Says in the person's terms why Maven Resolver gave up: which coordinate, where it looked, what
/// to do.
record Failures(
        RepositorySystem system,
        RepositorySystemSession session,
        List<RemoteRepository> repositories,
        boolean offline) {
    private static final int SHOWN_VERSIONS = 5;

    ResolutionException explain(Request request, Exception failure) {
        Optional<Artifact> culprit = culprit(failure);
        String what =
                culprit.map(artifact -> Artifacts.coordinate(artifact).toString())
                        .orElseGet(() ->
                                request.coordinates().stream()
                                        .map(Coordinate::toString)
                                        .collect(Collectors.joining(", ")));
        String advice = advice(request, culprit, failure);
        return new ResolutionException("can't find %s. %s".formatted(what, advice), failure);
    }

    private String advice(Request request, Optional<Artifact> culprit, Exception failure) {
        if (offline) {
            return "The network is switched off and it is not in %s: go online once to download it."
                    .formatted(session.getLocalRepository().getBasedir());
        }
        String places =
                repositories.stream()
                        .map(each -> "%s (%s)".formatted(each.getId(), each.getUrl()))
                        .collect(Collectors.joining(", "));
        Optional<Throwable> network = cause(failure, IOException.class::isInstance);
        if (network.isPresent()
                && cause(failure, ArtifactNotFoundException.class::isInstance).isEmpty()) {
            return "Looked in %s, but the network failed: %s. Check the connection, or the proxy and mirrors in ~/.m2/settings.xml."
                    .formatted(places, network.get());
        }
        String spelling = culprit.map(artifact -> spelling(request, artifact)).orElse("");
        return "Looked in %s. %s".formatted(places, spelling).strip();
    }

    private String spelling(Request request, Artifact artifact) {
        List<String> versions = versions(artifact);
        if (!versions.isEmpty()) {
            return "There are versions %s.".formatted(String.join(", ", versions));
        }
        String wanted = artifact.getGroupId() + ":" + artifact.getArtifactId();
        boolean asked =
                request.coordinates().stream().anyMatch(each -> each.key().startsWith(wanted));
        return (asked
                        ? "Nothing there is called %s: check the spelling, or add the repository"
                                + " that has it"
                        : "%s is needed by what was asked for: add the repository that has it")
                .formatted(wanted);
    }

    private List<String> versions(Artifact artifact) {
        try {
            var any =
                    new DefaultArtifact(
                            artifact.getGroupId(), artifact.getArtifactId(), "jar", "[0,)");
            List<Version> found =
                    system.resolveVersionRange(
                                    session, new VersionRangeRequest(any, repositories, ""))
                            .getVersions();
            return found.reversed().stream().limit(SHOWN_VERSIONS).map(Version::toString).toList();
        } catch (VersionRangeResolutionException _) {
            return List.of();
        }
    }

    private static Optional<Artifact> culprit(Exception failure) {
        return switch (failure) {
            case ArtifactResolutionException e ->
                    e.getResults().stream()
                            .filter(result -> !result.isResolved())
                            .map(result -> result.getRequest().getArtifact())
                            .findFirst();
            case DependencyCollectionException e ->
                    e.getResult().getExceptions().stream()
                            .filter(ArtifactDescriptorException.class::isInstance)
                            .map(each ->
                                    ((ArtifactDescriptorException) each)
                                            .getResult()
                                            .getRequest()
                                            .getArtifact())
                            .findFirst();
            default -> Optional.empty();
        };
    }

    private static Optional<Throwable> cause(Throwable failure, Predicate<Throwable> wanted) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(wanted)
                .findFirst();
    }
}
