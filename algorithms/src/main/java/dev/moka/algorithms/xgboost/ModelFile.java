package dev.moka.algorithms.xgboost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A model's file, written so that it is always whole.
final class ModelFile {
    /// What SageMaker does not upload while it is being written.
    private static final String UNFINISHED = ".sagemaker-ignore";

    private ModelFile() {}

    static void write(Path file, byte[] model) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling("");
        Files.createDirectories(folder);
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        Files.write(unfinished, model);
        Files.move(
                unfinished,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
