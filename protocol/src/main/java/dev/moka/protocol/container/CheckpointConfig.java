package dev.moka.protocol.container;

import dev.moka.protocol.jupyter.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What `checkpointconfig.json` holds; without the file a job keeps no checkpoints.
///
/// @param localPath where the program writes them, as the container sees it
/// @param s3Uri where they are kept, if the program is told
public record CheckpointConfig(String localPath, @Nullable String s3Uri) {
    /// Where checkpoints go when the request names no `LocalPath`.
    public static final String DEFAULT_LOCAL_PATH = OptMl.STANDARD_BASE + "/checkpoints";

    private static final String FILE = "checkpointconfig.json";

    /// Reads the file.
    ///
    /// @throws ContainerException when it is not a JSON object
    public static CheckpointConfig parse(byte[] json) {
        ObjectNode file = JsonFile.object(FILE, json);
        return new CheckpointConfig(
                JsonFile.text(file, "LocalPath").orElse(DEFAULT_LOCAL_PATH),
                JsonFile.text(file, "S3Uri").orElse(null));
    }

    /// The file's text.
    public byte[] toJson() {
        ObjectNode file = Json.object();
        file.put("LocalPath", localPath);
        if (s3Uri != null) {
            file.put("S3Uri", s3Uri);
        }
        return Json.bytes(file);
    }
}
