package dev.moka.hub.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moka.packages.Coordinate;
import dev.moka.packages.Progress;
import dev.moka.packages.Request;
import dev.moka.packages.Resolution;
import dev.moka.packages.ResolutionException;
import dev.moka.packages.maven.MavenResolver;
import dev.moka.packages.maven.MavenSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;

/// The command `moka-resolve` of lifecycle scripts: fetches Maven coordinates into the cache that
/// all instances share.
public final class ResolveCommand {
    static final String NAME = "moka-resolve";
    private static final int MISUSED = 64;

    private ResolveCommand() {}

    public static void main(String[] words) {
        String cache = System.getenv("MOKA_MAVEN_CACHE");
        if (cache == null || words.length == 0) {
            System.err.println(
                    "moka-resolve: give Maven coordinates; MOKA_MAVEN_CACHE says where they go");
            System.exit(MISUSED);
            return;
        }
        try (MavenResolver resolver = MavenResolver.open(MavenSettings.in(Path.of(cache)))) {
            List<Coordinate> coordinates = Arrays.stream(words).map(Coordinate::parse).toList();
            Resolution resolution =
                    resolver.resolve(new Request(coordinates, List.of()), Progress.NONE);
            resolution.artifacts().forEach(artifact -> System.out.println(artifact.coordinate()));
        } catch (ResolutionException | IllegalArgumentException e) {
            System.err.println("moka-resolve: " + e.getMessage());
            System.exit(1);
        }
    }

    /// Writes the command into a folder of tools.
    static void install(Path tools) throws IOException {
        Files.createDirectories(tools);
        Path file = tools.resolve(NAME);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Files.writeString(
                file,
                """
                #!/bin/sh
                exec %s -XX:+UseSerialGC -Xmx256m -cp %s %s "$@"
                """
                        .formatted(
                                quoted(java),
                                quoted(System.getProperty("java.class.path")),
                                ResolveCommand.class.getName()),
                UTF_8);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
