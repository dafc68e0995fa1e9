package dev.moka.hub.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which built-in algorithm an image is, by the repository in its URI: the table `image_uris.csv`
/// beside this class. Registry, region and version do not matter, so that every one of AWS's leads
/// to ours.
public final class ImageUris {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?:[^/]+\\.dkr\\.ecr\\.[a-z0-9-]+\\.amazonaws\\.com(?:\\.cn)?/)?([a-z0-9._/-]+?)(?::[\\w.-]+)?(?:@sha256:[0-9a-f]+)?");

    private final Map<String, Algorithm> algorithms;

    /// A built-in algorithm.
    ///
    /// @param metrics the names that AWS reports, without `train:` and `validation:`
    public record Algorithm(String name, List<String> metrics) {
        public Algorithm {
            metrics = List.copyOf(metrics);
        }
    }

    private ImageUris(Map<String, Algorithm> algorithms) {
        this.algorithms = algorithms;
    }

    public static ImageUris load() {
        try (InputStream table =
                        Objects.requireNonNull(
                                ImageUris.class.getResourceAsStream("image_uris.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, UTF_8))) {
            Map<String, Algorithm> algorithms = new LinkedHashMap<>();
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> algorithms.put(cells[0], algorithm(cells)));
            return new ImageUris(algorithms);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Algorithm> find(String image) {
        Matcher matcher = FORM.matcher(image);
        return matcher.matches()
                ? Optional.ofNullable(algorithms.get(matcher.group(1)))
                : Optional.empty();
    }

    private static Algorithm algorithm(String[] cells) {
        return new Algorithm(
                cells[1], cells[2].isEmpty() ? List.of() : Arrays.asList(cells[2].split(" ", -1)));
    }
}
