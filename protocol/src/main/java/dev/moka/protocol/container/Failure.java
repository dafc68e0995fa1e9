package dev.moka.protocol.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Why a training program failed, as its failure file tells: "How Amazon SageMaker AI Signals
/// Algorithm Success and Failure".
public final class Failure {
    /// How many characters of the file become the job's `FailureReason`.
    public static final int MAX_CHARACTERS = 1024;

    /// A character is at most four bytes of UTF-8, so no more of the file is looked at.
    private static final int MAX_BYTES = 4 * MAX_CHARACTERS;

    private Failure() {}

    /// Notes the reason; of an earlier and a later one, the later stays.
    public static void write(OptMl optMl, String reason) throws IOException {
        Files.createDirectories(optMl.output());
        Files.writeString(optMl.failureFile(), cut(reason), StandardCharsets.UTF_8);
    }

    /// The reason that a program left, however it encoded and whatever its length; empty when there
    /// is none.
    public static Optional<String> read(OptMl optMl) throws IOException {
        Path file = optMl.failureFile();
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
            return Optional.of(cut(text)).filter(reason -> !reason.isBlank());
        }
    }

    /// The first 1,024 characters, without half a surrogate pair at the end.
    public static String cut(String reason) {
        if (reason.length() <= MAX_CHARACTERS) {
            return reason;
        }
        int end =
                Character.isHighSurrogate(reason.charAt(MAX_CHARACTERS - 1))
                        ? MAX_CHARACTERS - 1
                        : MAX_CHARACTERS;
        return reason.substring(0, end);
    }
}
