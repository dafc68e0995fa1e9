package dev.moka.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moka.kernel.interpreter.Interpreter.Outcome;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;

/// Libraries come from a repository in a folder, so that no network is needed.
class LibrariesTest {
    @TempDir Path folder;

    private JavaInterpreter interpreter = open(Map.of());
    private int cells = 1;

    private static JavaInterpreter open(Map<String, String> environment) {
        return new JavaInterpreter(
                KernelSettings.fromEnvironment(environment), new NobodyAtTheConsole());
    }

    @BeforeEach
    void publish() throws Exception {
        for (String version : new String[] {"1.0", "2.0"}) {
            Path home =
                    Files.createDirectories(
                            folder.resolve("remote/org/example/charts").resolve(version));
            Files.copy(jar(), home.resolve("charts-%s.jar".formatted(version)));
            Files.writeString(home.resolve("charts-%s.pom".formatted(version)), pom(version));
        }
        Path settings =
                Files.writeString(
                        folder.resolve("settings.xml"),
                        """
                        <settings><mirrors><mirror><id>central</id><mirrorOf>*</mirrorOf><url>%s</url></mirror></mirrors></settings>
                        """
                                .formatted(folder.resolve("remote").toUri()));
        interpreter.close();
        interpreter =
                open(
                        Map.of(
                                "MOKA_MAVEN_SETTINGS", settings.toString(),
                                "MOKA_MAVEN_REPOSITORY", folder.resolve("local").toString()));
    }

    private static String pom(String version) {
        return """
        <project><modelVersion>4.0.0</modelVersion>
        <groupId>org.example</groupId><artifactId>charts</artifactId><version>%s</version></project>
        """
                .formatted(version);
    }

    @AfterEach
    void close() {
        interpreter.close();
    }

    private static Path jar() throws URISyntaxException {
        return Path.of(XYChart.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private RecordedCell run(String code) {
        RecordedCell cell = new RecordedCell(cells++);
        Outcome outcome = interpreter.execute(code, cell);
        assertThat(outcome).isInstanceOf(Outcome.Value.class);
        return cell;
    }

    @Test
    void aCoordinateIsDownloadedOnceAndUsable() {
        RecordedCell first =
                run(
                        """
                        %maven org.example:charts:1.0
                        new org.knowm.xchart.XYChartBuilder().build().getClass().getSimpleName()
                        """);
        assertThat(String.valueOf(first.updated.getLast().bundle().data().get("text/plain")))
                .startsWith("Added 1 jar to the class path; 1 downloaded");
        assertThat(run("%maven org.example:charts:1.0\n1").shown).isEmpty();
        assertThat(folder.resolve("local/.moka/packages.lock.json"))
                .content()
                .contains("org.example:charts:1.0");
    }

    @Test
    void aPomInACellIsRead() {
        Outcome outcome =
                interpreter.execute(
                        """
                        %%loadFromPOM
                        <dependency><groupId>org.example</groupId><artifactId>charts</artifactId><version>1.0</version></dependency>
                        """,
                        new RecordedCell(1));
        assertThat(outcome).isEqualTo(new Outcome.Done());
        run("org.knowm.xchart.XYChart.class.getSimpleName()");
    }

    @Test
    void ivyUsesTheSameRepositories() {
        run("%ivy org.example#charts;1.0\norg.knowm.xchart.XYChart.class.getSimpleName()");
    }

    @Test
    void whatIsLoadedStays() {
        var before = System.err;
        var printed = new java.io.ByteArrayOutputStream();
        System.setErr(
                new java.io.PrintStream(printed, true, java.nio.charset.StandardCharsets.UTF_8));
        try {
            run("%maven org.example:charts:1.0\n1");
            run("%ivy org.example#charts;2.0\n1");
        } finally {
            System.setErr(before);
        }
        assertThat(printed.toString(java.nio.charset.StandardCharsets.UTF_8))
                .contains(
                        "org.example:charts stays at version 1.0, which is loaded; restart the"
                                + " kernel to use 2.0");
    }

    @Test
    void whatIsMissingIsExplained() {
        Outcome outcome = interpreter.execute("%maven org.example:chart:1.0", new RecordedCell(1));
        assertThat(((Outcome.Failed) outcome).message())
                .startsWith("can't find org.example:chart:1.0. Looked in central")
                .contains("Nothing there is called org.example:chart");
    }
}
