package dev.moka.packages.command;

import dev.moka.packages.Coordinate;
import dev.moka.packages.Progress;
import dev.moka.packages.Request;
import dev.moka.packages.Resolution;
import dev.moka.packages.ResolutionException;
import dev.moka.packages.maven.MavenResolver;
import dev.moka.packages.maven.MavenSettings;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A program that brings artifacts into a folder: `[--into FOLDER] [--class-path] COORDINATE …`.
///
/// It prints one line a coordinate, or with `--class-path` one class path for all of them. Exit
/// codes: 0, 1 when something can't be resolved, 64 when the arguments are wrong.
public final class ResolvePackages {
    private static final int WRONG_USAGE = 64;

    private ResolvePackages() {}

    /// Runs the program.
    public static void main(String[] arguments) {
        int code = run(arguments, System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        List<String> left = new ArrayList<>(Arrays.asList(arguments));
        boolean classPath = left.remove("--class-path");
        MavenSettings settings = MavenSettings.defaults();
        int into = left.indexOf("--into");
        if (into >= 0 && into + 1 < left.size()) {
            settings = MavenSettings.in(Path.of(left.get(into + 1)));
            left.subList(into, into + 2).clear();
        }
        if (left.isEmpty() || left.getFirst().startsWith("-")) {
            err.println("usage: [--into FOLDER] [--class-path] GROUP:ARTIFACT:VERSION …");
            return WRONG_USAGE;
        }
        try (MavenResolver resolver = MavenResolver.open(settings)) {
            List<Coordinate> coordinates = left.stream().map(Coordinate::parse).toList();
            if (classPath) {
                out.println(classPath(resolver, coordinates));
            } else {
                print(resolver, coordinates, out);
            }
            return 0;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return WRONG_USAGE;
        } catch (ResolutionException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private static String classPath(MavenResolver resolver, List<Coordinate> coordinates)
            throws ResolutionException {
        return resolver.resolve(new Request(coordinates, List.of()), Progress.NONE).files().stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void print(MavenResolver resolver, List<Coordinate> coordinates, PrintStream out)
            throws ResolutionException {
        for (Coordinate coordinate : coordinates) {
            Resolution resolution = resolver.resolve(Request.of(coordinate), Progress.NONE);
            out.printf(
                    "%s: %d jars, %.1f MB%n",
                    coordinate, resolution.artifacts().size(), resolution.size() / 1e6);
        }
    }
}
