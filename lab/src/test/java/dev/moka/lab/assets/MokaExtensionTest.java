package dev.moka.lab.assets;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.protocol.jupyter.Json;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(value = 5, unit = MINUTES)
class MokaExtensionTest {
    @TempDir Path temp;

    @Test
    void isAPrebuiltExtensionWhoseFilesAreThere() throws Exception {
        assertPrebuilt(MokaExtension.open().folder().resolve("moka-lab"));
    }

    @Test
    void isFoundInAJar() throws Exception {
        URL classes = MokaExtension.class.getProtectionDomain().getCodeSource().getLocation();
        Path jar = jarOf(Path.of(classes.toURI()));
        try (URLClassLoader loader = loaderOf(jar)) {
            Class<?> copy = loader.loadClass(MokaExtension.class.getName());
            Object opened = copy.getMethod("open").invoke(null);
            Path folder = (Path) copy.getMethod("folder").invoke(opened);
            try (FileSystem inside = folder.getFileSystem()) {
                assertThat(inside.provider().getScheme()).isEqualTo("jar");
                assertPrebuilt(folder.resolve("moka-lab"));
            }
        }
    }

    private static void assertPrebuilt(Path extension) throws Exception {
        JsonNode about = Json.parseObject(Files.readAllBytes(extension.resolve("package.json")));
        assertThat(about.path("name").asString()).isEqualTo("moka-lab");
        assertThat(extension.resolve(about.at("/jupyterlab/_build/load").asString()))
                .isRegularFile();
        assertThat(extension.resolve("static/style/moka-light.css")).isRegularFile();
        assertThat(extension.resolve("node_modules")).doesNotExist();
    }

    private Path jarOf(Path classes) throws IOException {
        Path jar = temp.resolve("lab with a space.jar");
        try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of("create", "true"));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = inside.getPath("/").resolve(classes.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return jar;
    }

    private static URLClassLoader loaderOf(Path jar) throws IOException {
        return new URLClassLoader(
                new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }
}
