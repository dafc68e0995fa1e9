package dev.moka.packages.maven;

import dev.moka.packages.Progress;
import dev.moka.packages.Repository;
import dev.moka.packages.Request;
import dev.moka.packages.Resolution;
import dev.moka.packages.ResolutionException;
import dev.moka.packages.Resolver;
import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.runtime.standalonestatic.StandaloneStaticRuntime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.LocalArtifactRequest;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.util.graph.visitor.PreorderNodeListGenerator;

/// Resolves by Maven Resolver. Thread-safe; costs a few tenths of a second to open, so keep it.
public final class MavenResolver implements Resolver, AutoCloseable {
    private final Context context;
    private final boolean offline;

    private MavenResolver(Context context, boolean offline) {
        this.context = context;
        this.offline = offline;
    }

    /// Reads Maven's settings and starts Maven Resolver.
    public static MavenResolver open(MavenSettings settings) {
        ContextOverrides.Builder overrides = ContextOverrides.create().withUserSettings(true);
        if (settings.offline()) {
            overrides.offline(true);
        }
        settings.localRepository().ifPresent(overrides::withLocalRepositoryOverride);
        settings.userSettings().ifPresent(overrides::withUserSettingsXmlOverride);
        return new MavenResolver(
                new StandaloneStaticRuntime().create(overrides.build()), settings.offline());
    }

    /// The folder that holds the artifacts.
    public Path localRepository() {
        return context.repositorySystemSession().getLocalRepository().getBasedir().toPath();
    }

    /// The repositories that are asked, with mirrors in the place of what they mirror.
    public List<Repository> repositories() {
        return context.remoteRepositories().stream()
                .map(each -> Repository.of(each.getId(), each.getUrl()))
                .toList();
    }

    @Override
    public Resolution resolve(Request request, Progress progress) throws ResolutionException {
        var session = new DefaultRepositorySystemSession(context.repositorySystemSession());
        var transfers = new Transfers(progress);
        session.setTransferListener(transfers);
        List<RemoteRepository> repositories = repositories(session, request);
        try {
            List<ArtifactRequest> wanted = collect(session, repositories, request);
            int missing = (int) wanted.stream().filter(each -> isMissing(session, each)).count();
            progress.collected(wanted.size(), missing);
            transfers.expect(missing);
            return Artifacts.resolution(
                    context.repositorySystem().resolveArtifacts(session, wanted));
        } catch (DependencyCollectionException | ArtifactResolutionException e) {
            throw new Failures(context.repositorySystem(), session, repositories, offline)
                    .explain(request, e);
        }
    }

    /// Reads a POM file as Maven would (parents, imports, properties) into the dependencies that
    /// running it needs.
    public Request readPom(Path pom) throws ResolutionException {
        return new PomReader(context).read(pom);
    }

    @Override
    public void close() {
        context.close();
    }

    /// Mirrors and credentials of settings.xml apply to the request's own repositories too.
    private List<RemoteRepository> repositories(RepositorySystemSession session, Request request) {
        List<RemoteRepository> extra =
                request.repositories().stream()
                        .map(each ->
                                new RemoteRepository.Builder(
                                                each.id(), "default", each.uri().toString())
                                        .build())
                        .toList();
        List<RemoteRepository> all = new ArrayList<>(context.remoteRepositories());
        all.addAll(context.repositorySystem().newResolutionRepositories(session, extra));
        return all;
    }

    private List<ArtifactRequest> collect(
            RepositorySystemSession session, List<RemoteRepository> repositories, Request request)
            throws DependencyCollectionException {
        List<Dependency> roots =
                request.coordinates().stream()
                        .map(each -> new Dependency(Artifacts.artifact(each), "runtime"))
                        .toList();
        DependencyNode root =
                context.repositorySystem()
                        .collectDependencies(session, new CollectRequest(roots, null, repositories))
                        .getRoot();
        var order = new PreorderNodeListGenerator();
        root.accept(order);
        return order.getNodes().stream()
                .filter(node -> node.getDependency() != null)
                .filter(node -> Artifacts.isForClassPath(node.getDependency()))
                .map(ArtifactRequest::new)
                .toList();
    }

    private static boolean isMissing(RepositorySystemSession session, ArtifactRequest request) {
        var local = new LocalArtifactRequest(request.getArtifact(), request.getRepositories(), "");
        return session.getLocalRepositoryManager().find(session, local).getFile() == null;
    }
}
