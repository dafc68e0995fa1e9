package dev.moka.sdk;

import dev.moka.formats.DataFiles;
import dev.moka.formats.DataFormat;
import dev.moka.formats.data.DataReader;
import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.ReadOptions;
import dev.moka.sdk.s3.S3Uri;
import dev.moka.sdk.s3.Transfers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/// A session with AWS, or with what stands in for it: the region, the account, the default bucket,
/// the role, and data in S3.
///
/// ```java
/// try (Session session = Session.create()) {
///     S3Uri train = session.uploadData(Path.of("train.csv"), "iris/train");
/// }
/// ```
public final class Session implements AutoCloseable {
    private final SessionParts parts;
    private final List<AutoCloseable> owned;
    private final Transfers transfers;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable GetCallerIdentityResponse caller;
    private @Nullable String bucket;

    Session(SessionParts parts, List<AutoCloseable> owned) {
        this.parts = parts;
        this.owned = List.copyOf(owned);
        transfers = new Transfers(parts.s3(), parts.progress(), parts.transfers());
    }

    /// A session with the region and the credentials that the AWS SDK finds.
    public static Session create() {
        return builder().build();
    }

    /// A session that is told more.
    public static SessionBuilder builder() {
        return new SessionBuilder();
    }

    /// The region's name.
    public String region() {
        return parts.region().id();
    }

    /// The account's 12 digits.
    public String account() {
        return caller().account();
    }

    /// The bucket for everything that has no other place, `sagemaker-<region>-<account>`; made when
    /// it is missing.
    public String defaultBucket() {
        lock.lock();
        try {
            if (bucket == null) {
                String name =
                        parts.defaultBucket()
                                .orElseGet(() -> "sagemaker-%s-%s".formatted(region(), account()));
                bucket = new DefaultBucket(parts.s3(), parts.region()).ready(name);
            }
            return bucket;
        } finally {
            lock.unlock();
        }
    }

    /// The ARN of the role that jobs take.
    public String role() {
        return parts.role().orElseGet(() -> parts.executionRole().find(() -> caller().arn()));
    }

    /// The client for S3.
    public S3Client s3() {
        return parts.s3();
    }

    /// An address in the default bucket.
    public S3Uri uri(String key) {
        return new S3Uri(defaultBucket(), key);
    }

    /// Puts a file or a folder into the default bucket, under `data`.
    public S3Uri uploadData(Path path) throws IOException {
        return uploadData(path, "data");
    }

    /// Puts a file or a folder into the default bucket, under a prefix of keys.
    public S3Uri uploadData(Path path, String keyPrefix) throws IOException {
        return uploadData(path, uri(keyPrefix));
    }

    /// Puts a file below a prefix under its own name, or everything in a folder below a prefix;
    /// gives the file's or the folder's address.
    public S3Uri uploadData(Path path, S3Uri prefix) throws IOException {
        if (Files.isDirectory(path)) {
            return transfers.uploadFolder(path, prefix);
        }
        return transfers.uploadFile(path, prefix.resolve(fileName(path)));
    }

    /// Puts rows into the default bucket as the file that the key's ending names, such as
    /// `iris/train.csv` or `train.pbr`.
    public S3Uri uploadData(Dataset rows, String key) throws IOException {
        return uploadData(rows, uri(key));
    }

    /// Puts rows at an address as the file that its ending names.
    public S3Uri uploadData(Dataset rows, S3Uri to) throws IOException {
        Path folder = Files.createTempDirectory("moka-upload-");
        Path file = folder.resolve(to.fileName());
        try {
            DataFiles.write(file, rows);
            return transfers.uploadFile(file, to);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    /// Fetches an object into a file or an existing folder, or everything below a prefix into a
    /// folder; gives the files.
    public List<Path> downloadData(S3Uri from, Path to) throws IOException {
        return transfers.download(from, to);
    }

    /// Reads the rows of an object; its ending names the format, and the first `labelSize` columns
    /// are labels.
    public Dataset readData(S3Uri from, int labelSize) throws IOException {
        return readData(from, DataFiles.options(Path.of(from.fileName())).withLabelSize(labelSize));
    }

    /// Reads the rows of an object under these options; its ending names the format.
    public Dataset readData(S3Uri from, ReadOptions options) throws IOException {
        DataFormat format =
                DataFormat.ofFileName(from.fileName())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "'%s' ends in no known way".formatted(from)));
        var in = parts.s3().getObject(request -> request.bucket(from.bucket()).key(from.key()));
        var plain = from.key().endsWith(".gz") ? new GZIPInputStream(in) : in;
        try (DataReader reader = format.reader(plain, options)) {
            return reader.readAll();
        }
    }

    /// Puts rows into the default bucket as RecordIO-protobuf shards with a manifest, for an
    /// algorithm that trains on `instanceCount` instances.
    public RecordSet recordSet(Dataset rows, int instanceCount) throws IOException {
        String key = "sagemaker-record-sets/" + RecordSetUpload.timestamp() + "/";
        return recordSet(rows, instanceCount, uri(key));
    }

    /// Puts rows below a prefix as RecordIO-protobuf shards with a manifest.
    public RecordSet recordSet(Dataset rows, int instanceCount, S3Uri prefix) throws IOException {
        return new RecordSetUpload(transfers, prefix).run(rows, instanceCount);
    }

    /// Closes the clients that the session made.
    @Override
    public void close() {
        for (AutoCloseable client : owned) {
            try {
                client.close();
            } catch (Exception e) {
                throw new IllegalStateException("a client could not be closed", e);
            }
        }
    }

    @Override
    public String toString() {
        return "Session[region=%s]".formatted(region());
    }

    private GetCallerIdentityResponse caller() {
        lock.lock();
        try {
            if (caller == null) {
                caller = parts.sts().getCallerIdentity();
            }
            return caller;
        } finally {
            lock.unlock();
        }
    }

    private static String fileName(Path path) {
        Path name = path.getFileName();
        if (name == null) {
            throw new IllegalArgumentException("'%s' is no file".formatted(path));
        }
        return name.toString();
    }
}
