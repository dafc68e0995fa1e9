package dev.moka.sdk;

import dev.moka.formats.data.Dataset;
import dev.moka.formats.recordio.RecordIoWriter;
import dev.moka.sdk.s3.S3Uri;
import dev.moka.sdk.s3.Transfers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// Rows on their way to S3 in shards, `matrix_0.pbr` and so on, and their manifest,
/// `.amazon.manifest`, as Python's `upload_numpy_to_s3_shards` lays them out. When one fails, what
/// is there already is deleted.
final class RecordSetUpload {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss-SSS");
    private final Transfers transfers;
    private final S3Uri prefix;

    RecordSetUpload(Transfers transfers, S3Uri prefix) {
        this.transfers = transfers;
        this.prefix = new S3Uri(prefix.bucket(), slashed(prefix.key()));
    }

    /// The time as the names of record sets and jobs have it.
    static String timestamp() {
        return TIME.format(LocalDateTime.now(ZoneOffset.UTC));
    }

    RecordSet run(Dataset rows, int instanceCount) throws IOException {
        List<Dataset> shards = rows.split(instanceCount);
        List<S3Uri> done = new ArrayList<>();
        boolean whole = false;
        try {
            int digits = String.valueOf(shards.size()).length();
            for (int index = 0; index < shards.size(); index++) {
                String name = "matrix_%0" + digits + "d.pbr";
                done.add(shard(shards.get(index), prefix.resolve(name.formatted(index))));
            }
            S3Uri manifest = prefix.resolve(".amazon.manifest");
            transfers.uploadBytes(manifest(done), manifest, "application/json");
            whole = true;
            return new RecordSet(manifest, rows.rows(), rows.features().columns(), shards.size());
        } finally {
            if (!whole) {
                transfers.delete(done);
            }
        }
    }

    private S3Uri shard(Dataset rows, S3Uri to) throws IOException {
        Path file = Files.createTempFile("moka-shard-", ".pbr");
        try {
            try (var writer = new RecordIoWriter(Files.newOutputStream(file))) {
                writer.write(rows);
            }
            return transfers.uploadFile(file, to);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private byte[] manifest(List<S3Uri> shards) {
        ArrayNode manifest = JsonMapper.shared().createArrayNode();
        manifest.addObject().put("prefix", prefix.toString());
        shards.forEach(shard -> manifest.add(shard.fileName()));
        return manifest.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String slashed(String key) {
        return key.isEmpty() || key.endsWith("/") ? key : key + "/";
    }
}
