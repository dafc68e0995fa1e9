package dev.moka.packages.ivy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.packages.Coordinate;
import dev.moka.packages.FileRepository;
import dev.moka.packages.Progress;
import dev.moka.packages.Repository;
import dev.moka.packages.Request;
import dev.moka.packages.Resolution;
import dev.moka.packages.ResolutionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IvyResolverTest {
    @TempDir Path folder;

    FileRepository repository = new FileRepository(Path.of(""));

    @BeforeEach
    void publish() {
        repository =
                new FileRepository(folder.resolve("remote"))
                        .publish("org.example:leaf:1.0")
                        .publish("org.example:top:1.0", "org.example:leaf:1.0");
    }

    private IvyResolver resolver(Optional<Path> settings) {
        var remote = Repository.of("remote", repository.root().toUri().toString());
        return new IvyResolver(
                new IvySetup(folder.resolve("cache"), settings, List.of(remote), false));
    }

    private static List<String> names(Resolution resolution) {
        return resolution.artifacts().stream().map(each -> each.coordinate().toString()).toList();
    }

    @Test
    void readsIvysOwnCoordinates() {
        assertThat(IvyResolver.parse("org.example#top;1.0"))
                .isEqualTo(Coordinate.parse("org.example:top:1.0"));
        assertThat(IvyResolver.parse("org.example:top:1.0"))
                .isEqualTo(Coordinate.parse("org.example:top:1.0"));
        assertThatThrownBy(() -> IvyResolver.parse("org.example#top"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findsWhatIsNeededAtRunTime() throws Exception {
        Request request = Request.of(IvyResolver.parse("org.example#top;1.0"));
        Resolution found = resolver(Optional.empty()).resolve(request, Progress.NONE);
        assertThat(names(found))
                .containsExactlyInAnyOrder("org.example:top:1.0", "org.example:leaf:1.0");
        assertThat(found.artifacts())
                .allSatisfy(each -> assertThat(each.file()).startsWith(folder.resolve("cache")));
    }

    @Test
    void resolvesAnIvyFileWithItsSettings() throws Exception {
        Path settings =
                Files.writeString(
                        folder.resolve("ivysettings.xml"),
                        """
                        <ivysettings><settings defaultResolver="mine"/>
                        <resolvers><ibiblio name="mine" m2compatible="true" root="%s"/></resolvers></ivysettings>
                        """
                                .formatted(repository.root().toUri()));
        Path ivy =
                Files.writeString(
                        folder.resolve("ivy.xml"),
                        """
                        <ivy-module version="2.0"><info organisation="me" module="mine"/>
                        <dependencies><dependency org="org.example" name="top" rev="1.0" conf="default"/></dependencies></ivy-module>
                        """);
        Resolution found = resolver(Optional.of(settings)).resolveModule(ivy, Progress.NONE);
        assertThat(names(found)).contains("org.example:top:1.0", "org.example:leaf:1.0");
    }

    @Test
    void saysWhatItCannotFindAndWhereItLooked() {
        Request request = Request.of(IvyResolver.parse("org.example#nothing;1.0"));
        assertThatThrownBy(() -> resolver(Optional.empty()).resolve(request, Progress.NONE))
                .isInstanceOf(ResolutionException.class)
                .hasMessageContaining("org.example#nothing;1.0")
                .hasMessageContaining("remote");
    }
}
