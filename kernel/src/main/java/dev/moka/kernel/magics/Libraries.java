package dev.moka.kernel.magics;

import dev.moka.kernel.engine.Engine;
import dev.moka.packages.Coordinate;
import dev.moka.packages.Progress;
import dev.moka.packages.Repository;
import dev.moka.packages.Request;
import dev.moka.packages.Resolution;
import dev.moka.packages.Resolution.ResolvedArtifact;
import dev.moka.packages.ResolutionException;
import dev.moka.packages.ivy.IvyResolver;
import dev.moka.packages.ivy.IvySetup;
import dev.moka.packages.maven.MavenResolver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The libraries of one notebook: what was asked for so far, and what is on its class path because
/// of it.
///
/// All coordinates are resolved together, so that the versions fit each other; a class that is
/// loaded stays loaded, so a version that changes later is told to the person.
public final class Libraries {
    private final Engine engine;
    private final PackageStore store;
    private final Runnable onCharts;

    private final Map<String, ResolvedArtifact> loaded = new LinkedHashMap<>();
    private final List<Repository> repositories = new ArrayList<>();
    private Request asked = new Request(List.of(), List.of());

    /// What an addition did.
    ///
    /// @param added new on the class path
    /// @param notes what the person should know
    public record Addition(List<ResolvedArtifact> added, List<String> notes) {
        /// Copies the lists.
        public Addition {
            added = List.copyOf(added);
            notes = List.copyOf(notes);
        }
    }

    /// @param engine whose class path grows
    /// @param store opens the resolvers when they are first needed
    /// @param onCharts run when a library for charts is added
    public Libraries(Engine engine, PackageStore store, Runnable onCharts) {
        this.engine = engine;
        this.store = store;
        this.onCharts = onCharts;
    }

    /// The repositories added so far.
    public List<Repository> repositories() {
        return List.copyOf(repositories);
    }

    /// Adds a repository for all that is resolved from now on.
    public void addRepository(Repository repository) {
        repositories.removeIf(each -> each.id().equals(repository.id()));
        repositories.add(repository);
    }

    /// Adds libraries from Maven repositories.
    public Addition addMaven(List<Coordinate> coordinates, Progress progress)
            throws ResolutionException {
        Request request = new Request(asked.coordinates(), repositories).and(coordinates);
        Resolution resolution = store.locked().resolve(request, progress);
        asked = request;
        return load(resolution);
    }

    /// Adds the dependencies and repositories of a POM file.
    public Addition addPom(Path pom, Progress progress) throws ResolutionException {
        Request request = store.maven().readPom(pom);
        request.repositories().forEach(this::addRepository);
        return addMaven(request.coordinates(), progress);
    }

    /// Adds libraries by Apache Ivy.
    ///
    /// @param settings an `ivysettings.xml`
    /// @param ivyFile an `ivy.xml`, instead of coordinates
    public Addition addIvy(
            List<Coordinate> coordinates,
            Optional<Path> settings,
            Optional<Path> ivyFile,
            Progress progress)
            throws ResolutionException {
        MavenResolver maven = store.maven();
        List<Repository> all = new ArrayList<>(maven.repositories());
        all.addAll(repositories);
        var setup =
                new IvySetup(
                        maven.localRepository().resolveSibling("ivy"),
                        settings,
                        all,
                        store.offline());
        IvyResolver ivy = new IvyResolver(setup);
        return load(
                ivyFile.isPresent()
                        ? ivy.resolveModule(ivyFile.get(), progress)
                        : ivy.resolve(new Request(coordinates, List.of()), progress));
    }

    private Addition load(Resolution resolution) {
        List<ResolvedArtifact> added = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (ResolvedArtifact artifact : resolution.artifacts()) {
            ResolvedArtifact before = loaded.putIfAbsent(artifact.coordinate().key(), artifact);
            if (before == null) {
                added.add(artifact);
            } else if (!before.coordinate().version().equals(artifact.coordinate().version())) {
                notes.add(
                        "%s stays at version %s, which is loaded; restart the kernel to use %s"
                                .formatted(
                                        artifact.coordinate().key(),
                                        before.coordinate().version(),
                                        artifact.coordinate().version()));
            }
        }
        if (added.stream().anyMatch(each -> each.coordinate().artifact().equals("xchart"))) {
            onCharts.run();
        }
        engine.addClasspath(added.stream().map(ResolvedArtifact::file).toList());
        return new Addition(added, notes);
    }
}
