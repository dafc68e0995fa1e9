package dev.moka.algorithms.data;

import dev.moka.algorithms.algorithm.JobError;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The data files of a channel: one, or all in its folder and the folders below, by name.
public final class ChannelFiles {
    private ChannelFiles() {}

    /// Files whose names begin with `_` (`_SUCCESS`) are passed over, and so are empty ones.
    ///
    /// @throws JobError.Client when a file is hidden
    public static List<Path> list(Path channel) throws IOException {
        if (!Files.exists(channel)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(channel, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            for (Path file : all) {
                if (name(file).startsWith(".")) {
                    throw new JobError.Client(
                            "Hidden file found in the data path! Remove that before training. ("
                                    + channel.relativize(file)
                                    + ")");
                }
            }
            return all.stream().filter(ChannelFiles::hasData).toList();
        }
    }

    static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    private static boolean hasData(Path file) {
        return !name(file).startsWith("_") && file.toFile().length() > 0;
    }
}
