package dev.moka.hub.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.objects.Bucket;
import dev.moka.hub.objects.BucketName;
import dev.moka.hub.objects.Checksum;
import dev.moka.hub.objects.ChecksumAlgorithm;
import dev.moka.hub.objects.Content;
import dev.moka.hub.objects.CorsRule;
import dev.moka.hub.objects.ObjectKey;
import dev.moka.hub.objects.ObjectMetadata;
import dev.moka.hub.objects.Part;
import dev.moka.hub.objects.StoredObject;
import dev.moka.hub.objects.Upload;
import dev.moka.protocol.jupyter.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.type.TypeReference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// Reads rows of buckets, objects, uploads and parts; maps and rules are JSON.
final class ObjectColumns {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<CorsRule>> RULES = new TypeReference<>() {};
    private static final String NOTHING = "{}";

    private ObjectColumns() {}

    static Bucket bucket(ResultSet row) throws SQLException {
        return new Bucket(
                new BucketName(row.getString("name")),
                new AccountId(row.getString("account")),
                row.getString("region"),
                Columns.instant(row, "created_at"),
                texts(row.getString("tags")),
                Json.mapper().readValue(row.getString("cors"), RULES));
    }

    static StoredObject object(ResultSet row) throws SQLException {
        String algorithm = row.getString("checksum_algorithm");
        return new StoredObject(
                new BucketName(row.getString("bucket")),
                key(row),
                new Content(row.getString("content"), row.getInt("parts")),
                row.getLong("size"),
                row.getString("etag"),
                Columns.instant(row, "modified_at"),
                algorithm == null
                        ? null
                        : new Checksum(
                                ChecksumAlgorithm.valueOf(algorithm),
                                row.getString("checksum"),
                                Checksum.Type.valueOf(row.getString("checksum_type"))),
                metadata(row.getString("metadata")),
                texts(row.getString("tags")));
    }

    static Upload upload(ResultSet row) throws SQLException {
        String algorithm = row.getString("checksum_algorithm");
        return new Upload(
                row.getString("id"),
                new BucketName(row.getString("bucket")),
                key(row),
                Columns.instant(row, "initiated_at"),
                algorithm == null ? null : ChecksumAlgorithm.valueOf(algorithm),
                Checksum.Type.valueOf(row.getString("checksum_type")),
                metadata(row.getString("metadata")),
                texts(row.getString("tags")));
    }

    static Part part(ResultSet row) throws SQLException {
        return new Part(
                row.getInt("part_number"),
                row.getString("blob"),
                row.getLong("size"),
                row.getString("etag"),
                row.getString("checksum"),
                Columns.instant(row, "modified_at"));
    }

    static String text(Object value) {
        return Json.mapper().writeValueAsString(value);
    }

    static String text(Map<String, String> texts) {
        return texts.isEmpty() ? NOTHING : Json.mapper().writeValueAsString(texts);
    }

    static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static ObjectKey key(ResultSet row) throws SQLException {
        return new ObjectKey(new String(row.getBytes("object_key"), UTF_8));
    }

    private static ObjectMetadata metadata(String json) {
        return Json.mapper().readValue(json, ObjectMetadata.class);
    }

    private static Map<String, String> texts(String json) {
        return json.equals(NOTHING) ? Map.of() : Json.mapper().readValue(json, TEXTS);
    }
}
