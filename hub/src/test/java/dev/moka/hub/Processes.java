package dev.moka.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What tests ask about processes and the files that these write.
final class Processes {

    private Processes() {}

    /// Whether a process runs; one that is dead and not yet collected by its parent does not.
    static boolean isRunning(long pid) {
        Path stat = Path.of("/proc/%d/stat".formatted(pid));
        try {
            if (Files.exists(Path.of("/proc/self/stat"))) {
                String text = Files.readString(stat);
                return text.charAt(text.lastIndexOf(')') + 2) != 'Z';
            }
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    /// Whether a file is there and ends with a whole line.
    static boolean isWritten(Path file) {
        try {
            return Files.readString(file).endsWith("\n");
        } catch (IOException e) {
            return false;
        }
    }
}
