package dev.moka.protocol.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureTest {
    @TempDir Path base;

    @Test
    void theReasonIsWhatTheProgramWrote() throws IOException {
        OptMl optMl = new OptMl(base);
        assertThat(Failure.read(optMl)).isEmpty();
        Failure.write(optMl, "ClientError: no data");
        assertThat(Failure.read(optMl)).contains("ClientError: no data");
    }

    @Test
    void only1024CharactersCount() throws IOException {
        OptMl optMl = new OptMl(base);
        Files.createDirectories(optMl.output());
        Files.writeString(optMl.failureFile(), "é".repeat(5000));
        assertThat(Failure.read(optMl)).contains("é".repeat(1024));
    }

    @Test
    void aCharacterIsNotCutInHalf() {
        assertThat(Failure.cut("x".repeat(1023) + "😀")).isEqualTo("x".repeat(1023));
    }

    @Test
    void anEmptyFileIsNoReason() throws IOException {
        OptMl optMl = new OptMl(base);
        Files.createDirectories(optMl.output());
        Files.writeString(optMl.failureFile(), "\n");
        assertThat(Failure.read(optMl)).isEmpty();
    }
}
