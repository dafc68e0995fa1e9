package dev.moka.packages;

import dev.moka.packages.Resolution.ResolvedArtifact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Answers of resolvers in a JSON file: each request with the artifacts and digests it led to.
/// Several processes may share one. Files are named relative to the folder of packages where they
/// lie in it, so that the lock may move with it.
public final class LockFile {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final Path packages;

    /// @param file need not exist yet
    /// @param packages the folder where artifacts are kept
    public LockFile(Path file, Path packages) {
        this.file = file;
        this.packages = packages.toAbsolutePath().normalize();
    }

    /// The content of the file: requests to answers, sorted.
    record Content(int version, SortedMap<String, List<Entry>> requests) {
        static Content empty() {
            return new Content(1, new TreeMap<>());
        }
    }

    /// One artifact of an answer.
    record Entry(String coordinate, String file, String sha256, long size) {}

    /// The answer kept for a request, when each of its files is still there with the digest it had.
    public Optional<Resolution> find(Request request) {
        List<Entry> entries = read().requests().get(key(request));
        if (entries == null || !entries.stream().parallel().allMatch(this::intact)) {
            return Optional.empty();
        }
        return Optional.of(new Resolution(entries.stream().map(this::artifact).toList()));
    }

    /// Keeps the answer to a request; not of one whose answer may be another tomorrow.
    public void put(Request request, Resolution resolution) {
        if (request.changing()) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path guard = file.resolveSibling(file.getFileName() + ".guard");
            try (var channel =
                            FileChannel.open(
                                    guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                Content content = read();
                content.requests()
                        .put(
                                key(request),
                                resolution.artifacts().stream().map(this::entry).toList());
                write(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't write the lock file " + file, e);
        }
    }

    private Content read() {
        if (!Files.isRegularFile(file)) {
            return Content.empty();
        }
        try {
            return JSON.readValue(file.toFile(), Content.class);
        } catch (JacksonException _) {
            // Half a file is no answer: everything is resolved again, and the file replaced.
            return Content.empty();
        }
    }

    private void write(Content content) throws IOException {
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "lock", ".tmp");
        Files.writeString(fresh, JSON.writeValueAsString(content) + "\n");
        Files.move(
                fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String key(Request request) {
        String coordinates =
                request.coordinates().stream()
                        .map(Coordinate::toString)
                        .collect(Collectors.joining(" "));
        String repositories =
                request.repositories().stream()
                        .map(each -> each.id() + "=" + each.uri())
                        .sorted()
                        .collect(Collectors.joining(" "));
        return Stream.of(coordinates, repositories)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" @ "));
    }

    private boolean intact(Entry entry) {
        try {
            Path path = packages.resolve(entry.file());
            return Files.isRegularFile(path)
                    && Files.size(path) == entry.size()
                    && Digests.sha256(path).equals(entry.sha256());
        } catch (IOException _) {
            return false;
        }
    }

    private ResolvedArtifact artifact(Entry entry) {
        return new ResolvedArtifact(
                Coordinate.parse(entry.coordinate()),
                packages.resolve(entry.file()),
                entry.sha256(),
                entry.size());
    }

    private Entry entry(ResolvedArtifact artifact) {
        Path path = artifact.file().toAbsolutePath().normalize();
        String name =
                path.startsWith(packages) ? packages.relativize(path).toString() : path.toString();
        return new Entry(
                artifact.coordinate().toString(), name, artifact.sha256(), artifact.size());
    }
}
