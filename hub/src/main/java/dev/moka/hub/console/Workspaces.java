package dev.moka.hub.console;

import dev.moka.hub.notebook.InstanceKey;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What lies in the folders of instances, counted for a question before they are deleted.
final class Workspaces {
    private static final int MOST_NAMED = 4;

    private final Function<InstanceKey, Path> folder;

    Workspaces(Function<InstanceKey, Path> folder) {
        this.folder = folder;
    }

    /// How much there is, and the names of some notebooks.
    record Contents(long files, long bytes, List<String> notebooks) {

        Contents {
            notebooks = List.copyOf(notebooks);
        }
    }

    Contents contents(InstanceKey key) {
        Path root = folder.apply(key);
        Counter counter = new Counter(root);
        try {
            if (Files.isDirectory(root)) {
                Files.walkFileTree(root, counter);
            }
        } catch (IOException e) {
            // What can't be read can't be counted; the question is asked all the same.
            return counter.contents();
        }
        return counter.contents();
    }

    private static final class Counter extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<String> notebooks = new ArrayList<>();
        private long files;
        private long bytes;

        private Counter(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files++;
            bytes += attributes.size();
            if (file.toString().endsWith(".ipynb") && notebooks.size() < MOST_NAMED) {
                notebooks.add(root.relativize(file).toString());
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        Contents contents() {
            return new Contents(files, bytes, notebooks);
        }
    }
}
