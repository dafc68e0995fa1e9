package dev.moka.packages.maven;

import eu.maveniverse.maven.mima.context.Context;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Repository;
import org.apache.maven.model.building.FileModelSource;
import org.apache.maven.model.building.ModelSource;
import org.apache.maven.model.resolution.ModelResolver;
import org.apache.maven.model.resolution.UnresolvableModelException;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/// Finds parents and imported POMs in the repositories, for Maven's model builder.
// ModelSource is deprecated, and the interface asks for nothing else.
@SuppressWarnings("deprecation")
final class RepositoryModels implements ModelResolver {
    private final Context context;
    private final List<RemoteRepository> repositories;

    RepositoryModels(Context context, List<RemoteRepository> repositories) {
        this.context = context;
        this.repositories = new ArrayList<>(repositories);
    }

    @Override
    public ModelSource resolveModel(String group, String artifact, String version)
            throws UnresolvableModelException {
        var request =
                new ArtifactRequest(
                        new DefaultArtifact(group, artifact, "pom", version), repositories, "");
        try {
            return new FileModelSource(
                    context.repositorySystem()
                            .resolveArtifact(context.repositorySystemSession(), request)
                            .getArtifact()
                            .getFile());
        } catch (ArtifactResolutionException e) {
            throw new UnresolvableModelException(e.getMessage(), group, artifact, version, e);
        }
    }

    @Override
    public ModelSource resolveModel(Parent parent) throws UnresolvableModelException {
        return resolveModel(parent.getGroupId(), parent.getArtifactId(), parent.getVersion());
    }

    @Override
    public ModelSource resolveModel(Dependency dependency) throws UnresolvableModelException {
        return resolveModel(
                dependency.getGroupId(), dependency.getArtifactId(), dependency.getVersion());
    }

    @Override
    public void addRepository(Repository repository) {
        addRepository(repository, false);
    }

    @Override
    public void addRepository(Repository repository, boolean replace) {
        if (repositories.stream().noneMatch(each -> each.getId().equals(repository.getId()))) {
            repositories.add(
                    new RemoteRepository.Builder(repository.getId(), "default", repository.getUrl())
                            .build());
        }
    }

    @Override
    public ModelResolver newCopy() {
        return new RepositoryModels(context, repositories);
    }
}
