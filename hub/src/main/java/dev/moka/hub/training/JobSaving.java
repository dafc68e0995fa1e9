package dev.moka.hub.training;

import dev.moka.hub.training.TrainingJobSpec.Checkpoints;
import dev.moka.protocol.container.Failure;
import dev.moka.protocol.container.OptMl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Brings what a program made to S3: its model, its other output, its checkpoints.
final class JobSaving {
    private static final int BYTES_OF_REASON = 4 * Failure.MAX_CHARACTERS;

    private final JobStorage storage;
    private final Path scratch;
    private final Map<String, Map<String, String>> saved = new ConcurrentHashMap<>();

    /// @param scratch a folder for archives on their way
    JobSaving(JobStorage storage, Path scratch) {
        this.storage = storage;
        this.scratch = scratch;
    }

    /// Saves everything that is due for this outcome.
    ///
    /// @return where the model is, null when there is none
    @Nullable S3Uri save(TrainingJob job, Path folder, Outcome then) throws IOException {
        saveCheckpoints(job, folder);
        S3Uri output = job.spec().outputPath().resolve(job.key().name() + "/output");
        saveArchive(job, folder, "output/data", output.resolve("output.tar.gz"), false);
        S3Uri model = output.resolve("model.tar.gz");
        boolean done = then instanceof Outcome.Completed;
        return !(then instanceof Outcome.Failed) && saveArchive(job, folder, "model", model, done)
                ? model
                : null;
    }

    /// Saves the checkpoints that changed since they were last saved by this hub.
    void saveCheckpoints(TrainingJob job, Path folder) throws IOException {
        Checkpoints checkpoints = job.spec().checkpoints();
        if (checkpoints == null) {
            return;
        }
        Map<String, String> known = saved.computeIfAbsent(job.id(), _ -> new ConcurrentHashMap<>());
        String local =
                folder.relativize(new OptMl(folder).resolve(checkpoints.localPath())).toString();
        new WrittenFiles(folder)
                .visit(
                        local,
                        (name, attributes, content) -> {
                            String version =
                                    attributes.size() + "@" + attributes.lastModifiedTime();
                            if (!version.equals(known.get(name))) {
                                store(job, checkpoints.uri().resolve(name), content);
                                known.put(name, version);
                            }
                        });
    }

    void forget(TrainingJob job) {
        saved.remove(job.id());
    }

    /// What the program wrote into its failure file.
    static Optional<String> failure(Path folder) throws IOException {
        return new WrittenFiles(folder)
                .read("output/failure", BYTES_OF_REASON)
                .map(bytes -> Failure.cut(new String(bytes, StandardCharsets.UTF_8)))
                .filter(text -> !text.isBlank());
    }

    private boolean saveArchive(
            TrainingJob job, Path folder, String part, S3Uri uri, boolean evenEmpty)
            throws IOException {
        Files.createDirectories(scratch);
        Path archive = Files.createTempFile(scratch, "archive", ".tar.gz");
        try {
            AtomicLong files = new AtomicLong();
            try (TarGz tar = new TarGz(Files.newOutputStream(archive))) {
                new WrittenFiles(folder)
                        .visit(
                                part,
                                (name, attributes, content) -> {
                                    try (InputStream in = content.open()) {
                                        tar.add(name, attributes, in);
                                    }
                                    files.incrementAndGet();
                                });
            }
            if (files.get() == 0 && !evenEmpty) {
                return false;
            }
            try (InputStream in = Files.newInputStream(archive)) {
                storage.store(job.key().account(), uri, in, Files.size(archive));
            }
            return true;
        } finally {
            Files.deleteIfExists(archive);
        }
    }

    private void store(TrainingJob job, S3Uri uri, WrittenFiles.Content content)
            throws IOException {
        // Copied first: the program may be writing it, and S3 wants its length before.
        Files.createDirectories(scratch);
        Path copy = Files.createTempFile(scratch, "checkpoint", ".copy");
        try {
            try (InputStream in = content.open();
                    var out = Files.newOutputStream(copy)) {
                in.transferTo(out);
            }
            try (InputStream in = Files.newInputStream(copy)) {
                storage.store(job.key().account(), uri, in, Files.size(copy));
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
