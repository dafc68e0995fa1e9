package dev.moka.sdk.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutionRoleTest {
    private static final String ARN = "arn:aws:iam::123456789012:role/mine";
    @TempDir private Path folder;

    @Test
    void theEnvironmentComesFirst() {
        assertThat(new ExecutionRole(Map.of(ExecutionRole.ROLE, ARN)).find(() -> "unasked"))
                .isEqualTo(ARN);
    }

    @Test
    void thenTheMetadataOfTheNotebookInstance() throws IOException {
        Path file = folder.resolve("resource-metadata.json");
        Files.writeString(
                file, "{\"ResourceName\":\"n\",\"ExecutionRoleArn\":\"%s\"}".formatted(ARN));
        assertThat(at(file).find(() -> "unasked")).isEqualTo(ARN);
        Files.writeString(file, "{");
        assertThatThrownBy(() -> at(file).find(() -> "unasked"))
                .hasMessageContaining("resource-metadata.json can't be read");
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:sts::123456789012:assumed-role/mine/session, arn:aws:iam::123456789012:role/mine",
        "arn:aws-cn:sts::123456789012:assumed-role/AmazonSageMaker-ExecutionRole-20200101/SageMaker,"
            + " arn:aws-cn:iam::123456789012:role/service-role/AmazonSageMaker-ExecutionRole-20200101",
        "arn:aws:iam::123456789012:role/mine, arn:aws:iam::123456789012:role/mine",
    })
    void thenTheRoleThatTheCallerHasTaken(String caller, String role) {
        assertThat(nowhere().find(() -> caller)).isEqualTo(role);
    }

    @Test
    void aUserIsNoRole() {
        assertThatThrownBy(() -> nowhere().find(() -> "arn:aws:iam::123456789012:user/ann"))
                .hasMessageContaining("user/ann is no role")
                .hasMessageContaining("Session.builder().role(arn)");
    }

    private ExecutionRole nowhere() {
        return at(folder.resolve("missing.json"));
    }

    private static ExecutionRole at(Path file) {
        return new ExecutionRole(Map.of(ExecutionRole.METADATA, file.toString()));
    }
}
