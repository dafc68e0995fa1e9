package dev.moka.kernel.magics;

import dev.moka.kernel.interpreter.Interpreter.Outcome;
import dev.moka.packages.Coordinate;
import dev.moka.packages.Progress;
import dev.moka.packages.Repository;
import dev.moka.packages.ResolutionException;
import dev.moka.packages.ivy.IvyResolver;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Magics that put libraries on the class path.
final class PackageMagics {
    static final List<Magic> TABLE =
            List.of(
                    new Magic(
                            "maven",
                            Magic.Kind.LINE,
                            "%maven GROUP:ARTIFACT[:EXTENSION[:CLASSIFIER]]:VERSION ...",
                            "Adds libraries and what they need, from Maven Central and the"
                                    + " repositories added before.",
                            PackageMagics::maven),
                    new Magic(
                            "addMavenDependency",
                            Magic.Kind.LINE,
                            "%addMavenDependency GROUP:ARTIFACT:VERSION ...",
                            "The old name of %maven, which IJava's notebooks use.",
                            PackageMagics::maven),
                    new Magic(
                            "addMavenDependencies",
                            Magic.Kind.LINE,
                            "%addMavenDependencies GROUP:ARTIFACT:VERSION ...",
                            "The old name of %maven, which IJava's notebooks use.",
                            PackageMagics::maven),
                    new Magic(
                            "mavenRepo",
                            Magic.Kind.LINE,
                            "%mavenRepo ID URL",
                            "Adds a repository for %maven. Without arguments, lists them.",
                            PackageMagics::repository),
                    new Magic(
                            "loadFromPOM",
                            Magic.Kind.BOTH,
                            "%loadFromPOM FILE, or %%loadFromPOM with a POM or its <dependency>"
                                    + " elements below",
                            "Adds the dependencies of a Maven POM.",
                            PackageMagics::pom),
                    new Magic(
                            "ivy",
                            Magic.Kind.LINE,
                            "%ivy ORG#NAME;REV ..., or %ivy ivy.xml; --settings ivysettings.xml",
                            "Adds libraries by Apache Ivy.",
                            PackageMagics::ivy),
                    new Magic(
                            "classpath",
                            Magic.Kind.LINE,
                            "%classpath [JAR or FOLDER or GLOB ...]",
                            "Adds jars and folders; without arguments, shows the class path.",
                            PackageMagics::classpath),
                    new Magic(
                            "jars",
                            Magic.Kind.LINE,
                            "%jars GLOB ...",
                            "Adds jars, for example %jars lib/*.jar.",
                            PackageMagics::classpath));

    private PackageMagics() {}

    private static Outcome maven(Magic.Call call, Session session) throws Exception {
        List<Coordinate> coordinates = coordinates(call, Coordinate::parse);
        return add(session, progress -> session.libraries().addMaven(coordinates, progress));
    }

    private static Outcome ivy(Magic.Call call, Session session) throws Exception {
        List<String> words = new ArrayList<>(call.words());
        Optional<Path> settings = Optional.empty();
        int option = words.indexOf("--settings");
        if (option >= 0) {
            if (option + 1 >= words.size()) {
                throw new MagicException("--settings needs the path of an ivysettings.xml");
            }
            settings = Optional.of(existing(session, words.get(option + 1)));
            words.subList(option, option + 2).clear();
        }
        Optional<Path> given = settings;
        if (words.size() == 1 && words.getFirst().endsWith(".xml")) {
            Optional<Path> file = Optional.of(existing(session, words.getFirst()));
            return add(
                    session,
                    progress -> session.libraries().addIvy(List.of(), given, file, progress));
        }
        List<Coordinate> coordinates =
                coordinates(
                        new Magic.Call(call.name(), String.join(" ", words), "", false),
                        IvyResolver::parse);
        return add(
                session,
                progress ->
                        session.libraries().addIvy(coordinates, given, Optional.empty(), progress));
    }

    private static Outcome repository(Magic.Call call, Session session) {
        List<String> words = call.words();
        if (words.isEmpty()) {
            session.libraries()
                    .repositories()
                    .forEach(each -> System.out.printf("%s %s%n", each.id(), each.uri()));
            return new Outcome.Done();
        }
        if (words.size() != 2) {
            throw new MagicException(
                    "write %mavenRepo ID URL, for example %mavenRepo ours"
                            + " https://repo.example.org/maven");
        }
        try {
            session.libraries().addRepository(Repository.of(words.get(0), words.get(1)));
        } catch (IllegalArgumentException e) {
            throw new MagicException(String.valueOf(e.getMessage()), e);
        }
        return new Outcome.Done();
    }

    private static Outcome pom(Magic.Call call, Session session) throws Exception {
        if (!call.wholeCell()) {
            if (call.arguments().isEmpty()) {
                throw new MagicException("write %loadFromPOM FILE");
            }
            Path file = existing(session, call.words().getFirst());
            return add(session, progress -> session.libraries().addPom(file, progress));
        }
        Path pom = Files.createTempFile("notebook", ".pom.xml");
        try {
            Files.writeString(pom, PomText.complete(call.body()));
            return add(session, progress -> session.libraries().addPom(pom, progress));
        } finally {
            Files.delete(pom);
        }
    }

    private static Outcome classpath(Magic.Call call, Session session) throws IOException {
        if (call.words().isEmpty()) {
            session.engine().classpath().forEach(System.out::println);
            return new Outcome.Done();
        }
        List<Path> found = new ArrayList<>();
        for (String word : call.words()) {
            for (String pattern : word.split(File.pathSeparator, -1)) {
                List<Path> matches = Globs.find(session.resolve(pattern));
                if (matches.isEmpty()) {
                    throw new MagicException(
                            "nothing matches '%s' (looked in %s)"
                                    .formatted(pattern, session.folder()));
                }
                found.addAll(matches);
            }
        }
        session.engine().addClasspath(found);
        return new Outcome.Done();
    }

    private static List<Coordinate> coordinates(
            Magic.Call call, Function<String, Coordinate> parse) {
        if (call.words().isEmpty()) {
            throw new MagicException(
                    "%%%s needs coordinates, for example tech.tablesaw:tablesaw-core:0.44.4"
                            .formatted(call.name()));
        }
        try {
            return call.words().stream().map(parse).toList();
        } catch (IllegalArgumentException e) {
            throw new MagicException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Path existing(Session session, String path) {
        Path file = session.resolve(path);
        if (!Files.isRegularFile(file)) {
            throw new MagicException("there is no file " + file);
        }
        return file;
    }

    private static Outcome add(Session session, Adding adding) throws Exception {
        DownloadDisplay display = new DownloadDisplay(session.cell());
        try {
            Libraries.Addition addition = Abandonable.call("packages", () -> adding.add(display));
            display.done(addition);
            addition.notes().forEach(System.err::println);
            return new Outcome.Done();
        } catch (ResolutionException e) {
            display.failed();
            throw new MagicException(String.valueOf(e.getMessage()), e);
        }
    }

    /// One way to add libraries.
    private interface Adding {
        Libraries.Addition add(Progress progress) throws ResolutionException;
    }
}
