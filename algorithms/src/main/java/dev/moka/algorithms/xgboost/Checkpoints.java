package dev.moka.algorithms.xgboost;

import dev.moka.algorithms.algorithm.JobLog;
import dev.moka.algorithms.xgboost.library.XgboostBooster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The checkpoints of a training: `xgboost-checkpoint.ROUND`, a whole model each, the last five of
/// them.
record Checkpoints(Path folder) {
    private static final String NAME = "xgboost-checkpoint.";
    private static final Pattern FILE = Pattern.compile("xgboost-checkpoint\\.\\d{1,9}");
    private static final int KEPT = 5;

    /// The newest, from which a training goes on.
    record Checkpoint(Path file, int round) {}

    Optional<Checkpoint> latest() throws IOException {
        return all().stream().findFirst();
    }

    void save(XgboostBooster booster, int round) throws IOException {
        ModelFile.write(folder.resolve(NAME + round), booster.save());
        for (Checkpoint old : all().stream().skip(KEPT).toList()) {
            Files.deleteIfExists(old.file());
        }
    }

    /// Makes the model what it was; gives how many rounds it has.
    int restore(XgboostBooster booster, JobLog log) throws IOException {
        Optional<Checkpoint> latest = latest();
        if (latest.isEmpty()) {
            return 0;
        }
        booster.restore(Files.readAllBytes(latest.get().file()));
        int rounds = latest.get().round() + 1;
        log.info("Checkpoint loaded from " + latest.get().file());
        log.info("Resuming from iteration " + rounds);
        return rounds;
    }

    /// Newest first.
    private List<Checkpoint> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> FILE.matcher(file.getFileName().toString()).matches())
                    .map(Checkpoints::checkpoint)
                    .sorted(Comparator.comparingInt(Checkpoint::round).reversed())
                    .toList();
        }
    }

    private static Checkpoint checkpoint(Path file) {
        String name = file.getFileName().toString();
        return new Checkpoint(file, Integer.parseInt(name.substring(NAME.length())));
    }
}
