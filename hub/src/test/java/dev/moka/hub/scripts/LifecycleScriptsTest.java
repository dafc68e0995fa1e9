package dev.moka.hub.scripts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the scripts that Moka ships, as an instance would, and reads what they leave behind.
class LifecycleScriptsTest {
    private static final Path SCRIPTS =
            Path.of(System.getProperty("moka.root"), "lifecycle-scripts");

    @TempDir Path folder;
    private Path workspace;

    @BeforeEach
    void makeWorkspace() throws IOException {
        workspace = Files.createDirectories(folder.resolve("work"));
    }

    private record Ended(int code, String output) {}

    private Ended run(String script, Map<String, String> settings)
            throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder("sh", SCRIPTS.resolve(script).toString())
                        .directory(workspace.toFile())
                        .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("MOKA_"));
        builder.environment().put("MOKA_WORKSPACE", workspace.toString());
        builder.environment().put("HOME", workspace.toString());
        builder.environment().putAll(settings);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), output);
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void courseMaterialIsLaidDownOnceAndThenKeptUpToDate() throws Exception {
        write("source/a.ipynb", "one");
        write("source/data/b with blank.csv", "1,2");
        var settings = Map.of("COURSE_SOURCE", folder.resolve("source").toString());
        assertThat(run("clone-course-material", settings))
                .isEqualTo(new Ended(0, "course: 2 new, 0 updated, 0 kept as you changed them\n"));
        assertThat(run("clone-course-material", settings).output())
                .isEqualTo("course: 0 new, 0 updated, 0 kept as you changed them\n");
        write("source/a.ipynb", "two");
        assertThat(run("clone-course-material", settings).output())
                .contains("0 new, 1 updated, 0 kept");
        assertThat(workspace.resolve("course/a.ipynb")).hasContent("two");
        assertThat(workspace.resolve("course/data/b with blank.csv")).hasContent("1,2");
    }

    @Test
    void whatALearnerChangedOrDeletedStaysThatWay() throws Exception {
        write("source/mine.ipynb", "theirs 1");
        write("source/gone.ipynb", "theirs 1");
        var settings = Map.of("COURSE_SOURCE", folder.resolve("source").toString());
        run("clone-course-material", settings);
        write("work/course/mine.ipynb", "my work");
        Files.delete(workspace.resolve("course/gone.ipynb"));
        write("source/mine.ipynb", "theirs 2");
        Ended second = run("clone-course-material", settings);
        assertThat(second.output())
                .contains(
                        "course/mine.ipynb differs from yours: yours is kept, the new one is"
                                + " mine.ipynb.new")
                .contains("0 new, 0 updated, 1 kept");
        assertThat(workspace.resolve("course/mine.ipynb")).hasContent("my work");
        assertThat(workspace.resolve("course/mine.ipynb.new")).hasContent("theirs 2");
        assertThat(workspace.resolve("course/gone.ipynb")).doesNotExist();
    }

    @Test
    void aCourseThatCannotBeReadOrWouldLeaveTheWorkspaceIsRefused() throws Exception {
        assertThat(run("clone-course-material", Map.of()).code()).isEqualTo(64);
        String missing = folder.resolve("nowhere").toString();
        Ended unread = run("clone-course-material", Map.of("COURSE_SOURCE", missing));
        assertThat(unread.code()).isEqualTo(66);
        assertThat(unread.output()).contains(missing);
        write("source/a", "x");
        Ended outside =
                run(
                        "clone-course-material",
                        Map.of(
                                "COURSE_SOURCE",
                                folder.resolve("source").toString(),
                                "COURSE_FOLDER",
                                "../elsewhere"));
        assertThat(outside.code()).isEqualTo(64);
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void aMirrorIsWrittenOnceAndKeepsSettingsThatWereThere() throws Exception {
        var settings = Map.of("MIRROR_URL", "http://nexus.example.com/maven?a=1&b=2");
        write("work/.m2/settings.xml", "<settings/>");
        assertThat(run("maven-settings-mirror", settings).output())
                .contains("settings.xml.before-mirror")
                .contains("Maven downloads go through http://nexus.example.com/maven?a=1&b=2");
        assertThat(workspace.resolve(".m2/settings.xml.before-mirror")).hasContent("<settings/>");
        assertThat(Files.readString(workspace.resolve(".m2/settings.xml")))
                .contains("<url>http://nexus.example.com/maven?a=1&amp;b=2</url>")
                .contains("<mirrorOf>*</mirrorOf>");
        assertThat(run("maven-settings-mirror", settings).output())
                .startsWith("Maven already uses");
        assertThat(workspace.resolve(".m2/settings.xml.before-mirror")).hasContent("<settings/>");
    }

    @Test
    void aMirrorThatIsNoAddressIsRefusedAndNoneChangesNothing() throws Exception {
        Ended bad = run("maven-settings-mirror", Map.of("MIRROR_URL", "nexus.example.com"));
        assertThat(bad.code()).isEqualTo(64);
        assertThat(bad.output()).contains("'nexus.example.com' must start with");
        assertThat(run("maven-settings-mirror", Map.of()).code()).isZero();
        assertThat(workspace.resolve(".m2/settings.xml")).doesNotExist();
    }

    @Test
    void warmingFetchesThroughTheHubsResolverAndChecksCoordinatesFirst() throws Exception {
        Path resolver = write("resolve", "for c in \"$@\"; do echo \"resolved $c\"; done\n");
        var settings =
                Map.of(
                        "MOKA_RESOLVE",
                        "sh " + resolver,
                        "COORDINATES",
                        "org.slf4j:slf4j-api:2.0.17 a:b:1");
        assertThat(run("warm-dependency-cache", settings))
                .isEqualTo(new Ended(0, "resolved org.slf4j:slf4j-api:2.0.17\nresolved a:b:1\n"));
        Ended bad = run("warm-dependency-cache", Map.of("COORDINATES", "slf4j"));
        assertThat(bad.code()).isEqualTo(64);
        assertThat(bad.output()).contains("'slf4j' is not group:artifact:version");
    }
}
