package dev.moka.hub.runtime;

import dev.moka.hub.account.InstanceAws;
import dev.moka.hub.home.Home;
import dev.moka.hub.notebook.InstanceKey;
import dev.moka.protocol.jupyter.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// The files in an instance's run folder that tell AWS clients in it who they are.
final class InstanceFiles {
    private final Home home;

    InstanceFiles(Home home) {
        this.home = home;
    }

    /// The token for credentials, readable by its owner only.
    Path token(InstanceKey key) {
        return home.run(key).resolve("aws-token");
    }

    /// What AWS puts at `/opt/ml/metadata/resource-metadata.json`.
    Path metadata(InstanceKey key) {
        return home.run(key).resolve("resource-metadata.json");
    }

    void write(InstanceKey key, InstanceAws aws) {
        try {
            Home.makePrivate(home.run(key));
            replace(token(key), aws.token().getBytes(StandardCharsets.UTF_8));
            replace(
                    metadata(key),
                    Json.bytes(
                            Json.object()
                                    .put("ResourceArn", aws.resourceArn())
                                    .put("ResourceName", key.name().value())
                                    .put("ExecutionRoleArn", aws.roleArn())));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The files for AWS clients of %s could not be written".formatted(key), e);
        }
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Path fresh = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
        if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        }
        Files.write(fresh, bytes);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
