package dev.moka.lab.kernels;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/// Why a kernel's process ended, in words for the person whose cell it was.
final class KernelEnd {
    private static final int KILLED = 128 + 9;
    private static final int TERMINATED = 128 + 15;
    private static final int ABORTED = 128 + 6;
    private static final int OUT_OF_HEAP = 3;
    private static final int TAIL = 8192;
    private static final int LINES = 12;

    private KernelEnd() {}

    /// The reason.
    ///
    /// @param folder the run folder, with the process's last output
    static String reason(OptionalInt exitCode, Path folder, KernelResources resources) {
        String memory = resources.memoryInWords();
        String output = tail(folder.resolve(KernelLaunch.LOG));
        if (exitCode.equals(OptionalInt.of(OUT_OF_HEAP))
                || output.contains("java.lang.OutOfMemoryError")
                || output.contains("insufficient memory for the Java Runtime")) {
            return "The kernel used more than its %s of memory and ended. Variables are gone."
                    .formatted(memory);
        }
        if (exitCode.isEmpty()) {
            return "The kernel ended while Moka was away, so that its exit code is not known."
                    + lastWords(output);
        }
        return switch (exitCode.getAsInt()) {
            case 0 -> "The kernel ended by itself, as System.exit(0) does. Variables are gone.";
            case KILLED ->
                    ("The kernel was ended with kill -9 (exit code 137): by someone, or by the"
                         + " system when more than its %s or the machine's memory was used."
                         + " Variables are gone.")
                            .formatted(memory);
            case TERMINATED -> "The kernel was told to end (signal 15). Variables are gone.";
            case ABORTED ->
                    "The Java virtual machine crashed (exit code 134); its report is %s."
                            .formatted(folder.resolve("hs_err.log"));
            default ->
                    "The kernel ended with exit code %d. Variables are gone.%s"
                            .formatted(exitCode.getAsInt(), lastWords(output));
        };
    }

    private static String lastWords(String output) {
        return output.isBlank() ? "" : " Its last words:\n" + output;
    }

    /// The last lines of a file, or nothing where there is none.
    static String tail(Path file) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, bytes.length() - TAIL);
            byte[] end = new byte[(int) (bytes.length() - from)];
            bytes.seek(from);
            bytes.readFully(end);
            List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
            return String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }
}
