package dev.moka.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/// A repository in a folder, and a `settings.xml` that knows no other, for tests without a network.
public record FileRepository(Path root) {
    /// Publishes an artifact; its jar holds its own name.
    public FileRepository publish(String coordinate, String... dependencies) {
        Coordinate it = Coordinate.parse(coordinate);
        String pom =
                """
                <project><modelVersion>4.0.0</modelVersion>
                <groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>
                <dependencies>%s</dependencies></project>
                """
                        .formatted(
                                it.group(),
                                it.artifact(),
                                it.version(),
                                Arrays.stream(dependencies)
                                        .map(Coordinate::parse)
                                        .map(each ->
                                                "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
                                                        .formatted(
                                                                each.group(),
                                                                each.artifact(),
                                                                each.version()))
                                        .collect(Collectors.joining()));
        String suffix = it.classifier().isEmpty() ? "" : "-" + it.classifier();
        write(it, ".pom", pom);
        write(it, suffix + "." + it.extension(), coordinate);
        return this;
    }

    /// Settings whose one repository this is.
    public Path settings() {
        return file(
                "settings.xml",
                """
                <settings><mirrors><mirror><id>central</id><mirrorOf>*</mirrorOf><url>%s</url></mirror></mirrors></settings>
                """
                        .formatted(root.toUri()));
    }

    private void write(Coordinate it, String suffix, String content) {
        String name = "%s-%s%s".formatted(it.artifact(), it.version(), suffix);
        file(
                "%s/%s/%s/%s"
                        .formatted(it.group().replace('.', '/'), it.artifact(), it.version(), name),
                content);
    }

    private Path file(String name, String content) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
