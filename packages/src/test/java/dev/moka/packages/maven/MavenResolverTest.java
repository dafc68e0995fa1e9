package dev.moka.packages.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.packages.Coordinate;
import dev.moka.packages.FileRepository;
import dev.moka.packages.LockFile;
import dev.moka.packages.LockedResolver;
import dev.moka.packages.Progress;
import dev.moka.packages.Repository;
import dev.moka.packages.Request;
import dev.moka.packages.Resolution;
import dev.moka.packages.Resolution.ResolvedArtifact;
import dev.moka.packages.ResolutionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenResolverTest {
    @TempDir Path folder;

    FileRepository repository = new FileRepository(Path.of(""));

    @BeforeEach
    void publish() {
        repository =
                new FileRepository(folder.resolve("remote"))
                        .publish("org.example:leaf:1.0")
                        .publish("org.example:leaf:2.0")
                        .publish("org.example:middle:1.0", "org.example:leaf:1.0")
                        .publish("org.example:top:1.0", "org.example:middle:1.0")
                        .publish("org.example:broken:1.0", "org.example:absent:9.0")
                        .publish("org.example:native:jar:linux:1.0");
    }

    private MavenResolver open() {
        return MavenResolver.open(settings());
    }

    private MavenSettings settings() {
        return new MavenSettings(
                Optional.of(folder.resolve("local")), Optional.of(repository.settings()), false);
    }

    private static Request request(String... coordinates) {
        return new Request(
                List.of(coordinates).stream().map(Coordinate::parse).toList(), List.of());
    }

    private static List<String> names(Resolution resolution) {
        return resolution.artifacts().stream().map(each -> each.coordinate().toString()).toList();
    }

    @Test
    void findsWhatIsNeededAtRunTime() throws Exception {
        try (MavenResolver resolver = open()) {
            Resolution found = resolver.resolve(request("org.example:top:1.0"), Progress.NONE);
            assertThat(names(found))
                    .containsExactly(
                            "org.example:top:1.0",
                            "org.example:middle:1.0",
                            "org.example:leaf:1.0");
            ResolvedArtifact top = found.artifacts().getFirst();
            assertThat(top.file())
                    .startsWith(folder.resolve("local"))
                    .hasContent("org.example:top:1.0");
            assertThat(top.size()).isEqualTo(19);
            assertThat(top.sha256()).hasSize(64);
        }
    }

    @Test
    void theNearestVersionWins() throws Exception {
        try (MavenResolver resolver = open()) {
            Resolution found =
                    resolver.resolve(
                            request("org.example:top:1.0", "org.example:leaf:2.0"), Progress.NONE);
            assertThat(names(found))
                    .contains("org.example:leaf:2.0")
                    .doesNotContain("org.example:leaf:1.0");
        }
    }

    @Test
    void takesClassifiers() throws Exception {
        try (MavenResolver resolver = open()) {
            assertThat(
                            names(
                                    resolver.resolve(
                                            request("org.example:native:jar:linux:1.0"),
                                            Progress.NONE)))
                    .containsExactly("org.example:native:jar:linux:1.0");
        }
    }

    @Test
    void tellsHowFarItIs() throws Exception {
        List<String> heard = new ArrayList<>();
        Progress progress =
                new Progress() {
                    @Override
                    public void collected(int artifacts, int missing) {
                        heard.add("collected %d, %d missing".formatted(artifacts, missing));
                    }

                    @Override
                    public void downloaded(String file, int number, int missing, long bytes) {
                        heard.add("%d of %d".formatted(number, missing));
                    }
                };
        try (MavenResolver resolver = open()) {
            resolver.resolve(request("org.example:top:1.0"), progress);
            assertThat(heard)
                    .containsExactly("collected 3, 3 missing", "1 of 3", "2 of 3", "3 of 3");
        }
    }

    @Test
    void aWrongVersionIsAnsweredWithThoseThatExist() {
        try (MavenResolver resolver = open()) {
            assertThatThrownBy(
                            () -> resolver.resolve(request("org.example:leaf:9.9"), Progress.NONE))
                    .isInstanceOf(ResolutionException.class)
                    .hasMessageContaining("can't find org.example:leaf:9.9")
                    .hasMessageContaining("Looked in central");
        }
    }

    @Test
    void aMissingDependencyIsNamed() {
        try (MavenResolver resolver = open()) {
            assertThatThrownBy(() ->
                            resolver.resolve(request("org.example:broken:1.0"), Progress.NONE))
                    .isInstanceOf(ResolutionException.class)
                    .hasMessageContaining("org.example:absent:9.0")
                    .hasMessageContaining("needed by what was asked for");
        }
    }

    @Test
    void withoutANetworkOnlyWhatIsThereIsFound() throws Exception {
        try (MavenResolver online = open()) {
            online.resolve(request("org.example:leaf:1.0"), Progress.NONE);
        }
        try (MavenResolver offline = MavenResolver.open(settings().withoutNetwork())) {
            assertThat(names(offline.resolve(request("org.example:leaf:1.0"), Progress.NONE)))
                    .hasSize(1);
            assertThatThrownBy(() -> offline.resolve(request("org.example:top:1.0"), Progress.NONE))
                    .isInstanceOf(ResolutionException.class)
                    .hasMessageContaining("org.example:top:1.0")
                    .hasMessageContaining("network is switched off");
        }
    }

    @Test
    void asksTheRepositoriesOfTheRequest() throws Exception {
        FileRepository other =
                new FileRepository(folder.resolve("other")).publish("org.other:thing:1.0");
        Path settings =
                Files.writeString(
                        folder.resolve("plain.xml"),
                        repository.settings().toFile().exists()
                                ? Files.readString(repository.settings())
                                        .replace("<mirrorOf>*<", "<mirrorOf>central<")
                                : "");
        try (MavenResolver resolver =
                MavenResolver.open(
                        new MavenSettings(
                                Optional.of(folder.resolve("local")),
                                Optional.of(settings),
                                false))) {
            Request request =
                    new Request(
                            List.of(Coordinate.parse("org.other:thing:1.0")),
                            List.of(Repository.of("other", other.root().toUri().toString())));
            assertThat(names(resolver.resolve(request, Progress.NONE)))
                    .containsExactly("org.other:thing:1.0");
        }
    }

    @Test
    void readsPomFiles() throws Exception {
        Path pom =
                Files.writeString(
                        folder.resolve("pom.xml"),
                        """
                        <project><modelVersion>4.0.0</modelVersion><groupId>a</groupId><artifactId>b</artifactId><version>1</version>
                        <properties><leaf>2.0</leaf></properties>
                        <repositories><repository><id>more</id><url>https://repo.example.org/</url></repository></repositories>
                        <dependencies>
                        <dependency><groupId>org.example</groupId><artifactId>leaf</artifactId><version>${leaf}</version></dependency>
                        <dependency><groupId>org.example</groupId><artifactId>top</artifactId><version>1.0</version><scope>test</scope></dependency>
                        </dependencies></project>
                        """);
        try (MavenResolver resolver = open()) {
            Request request = resolver.readPom(pom);
            assertThat(request.coordinates())
                    .containsExactly(Coordinate.parse("org.example:leaf:2.0"));
            assertThat(request.repositories()).extracting(Repository::id).containsExactly("more");
        }
    }

    @Test
    void aLockFileAnswersWithoutTheRepositoryUntilAFileChanges() throws Exception {
        Path lockFile = folder.resolve("lock.json");
        Request request = request("org.example:top:1.0");
        Resolution first;
        try (MavenResolver resolver = open()) {
            var lock = new LockFile(lockFile, resolver.localRepository());
            first = new LockedResolver(resolver, lock).resolve(request, Progress.NONE);
        }
        LockFile lock = new LockFile(lockFile, folder.resolve("local"));
        LockedResolver again = new LockedResolver((_, _) -> new Resolution(List.of()), lock);
        assertThat(again.resolve(request, Progress.NONE)).isEqualTo(first);
        assertThat(lockFile)
                .content()
                .contains("\"org.example:top:1.0\"")
                .doesNotContain(folder.toString());

        Files.writeString(first.artifacts().getFirst().file(), "damaged");
        assertThat(again.resolve(request, Progress.NONE).artifacts()).isEmpty();
    }
}
