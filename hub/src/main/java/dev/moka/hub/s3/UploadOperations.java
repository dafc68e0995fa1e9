package dev.moka.hub.s3;

import dev.moka.hub.objects.Bucket;
import dev.moka.hub.objects.Checksum;
import dev.moka.hub.objects.ChecksumAlgorithm;
import dev.moka.hub.objects.ContentPlan;
import dev.moka.hub.objects.MultipartUploads;
import dev.moka.hub.objects.MultipartUploads.Named;
import dev.moka.hub.objects.MultipartUploads.Promise;
import dev.moka.hub.objects.ObjectKey;
import dev.moka.hub.objects.Part;
import dev.moka.hub.objects.StoredObject;
import dev.moka.hub.objects.StoredObjects;
import dev.moka.hub.objects.Upload;
import dev.moka.hub.s3.Target.Level;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Multipart uploads from their beginning to their end.
final class UploadOperations {
    private static final int MOST_PARTS = 10_000;

    private final MultipartUploads uploads;
    private final StoredObjects objects;
    private final CopySources sources;
    private final XmlBody bodies;

    UploadOperations(
            MultipartUploads uploads, StoredObjects objects, CopySources sources, XmlBody bodies) {
        this.uploads = uploads;
        this.objects = objects;
        this.sources = sources;
        this.bodies = bodies;
    }

    void addTo(Operations table) {
        table.add("CreateMultipartUpload", "POST", Level.OBJECT, "uploads", this::create)
                .add("UploadPart", "PUT", Level.OBJECT, "uploadId", this::part)
                .add(
                        "UploadPartCopy",
                        "PUT",
                        Level.OBJECT,
                        "uploadId",
                        "x-amz-copy-source",
                        this::copy)
                .add("CompleteMultipartUpload", "POST", Level.OBJECT, "uploadId", this::complete)
                .add("AbortMultipartUpload", "DELETE", Level.OBJECT, "uploadId", this::abort);
    }

    private void create(Call call) throws IOException {
        Bucket bucket = call.bucket();
        ObjectKey key = call.key();
        Unsupported.refuseObjectHeaders(call);
        ChecksumAlgorithm algorithm =
                Checks.named(call.head(), "x-amz-checksum-algorithm").orElse(null);
        Checksum.Type type = type(call, algorithm);
        Bodies.drain(call.request());
        Upload upload = uploads.begin(bucket, key, Metadata.labels(call.head()), algorithm, type);
        if (algorithm != null) {
            call.response().header("x-amz-checksum-algorithm", algorithm.name());
            call.response().header("x-amz-checksum-type", type.name());
        }
        call.xml(
                Xml.of(
                        "InitiateMultipartUploadResult",
                        xml ->
                                xml.add("Bucket", bucket.name())
                                        .add("Key", key)
                                        .add("UploadId", upload.id())));
    }

    /// What the checksum of the whole will be of: CRC64NVME knows only the whole, SHA only the
    /// parts.
    private static Checksum.Type type(Call call, @Nullable ChecksumAlgorithm algorithm) {
        Checksum.Type usual =
                algorithm == ChecksumAlgorithm.CRC64NVME
                        ? Checksum.Type.FULL_OBJECT
                        : Checksum.Type.COMPOSITE;
        Optional<String> asked = call.header("x-amz-checksum-type");
        if (asked.isEmpty()) {
            return usual;
        }
        Checksum.Type type =
                Arrays.stream(Checksum.Type.values())
                        .filter(t -> t.name().equals(asked.get()))
                        .findFirst()
                        .orElseThrow(() ->
                                S3Errors.invalidRequest(
                                        "Value for x-amz-checksum-type header is invalid."));
        boolean possible =
                algorithm != null
                        && switch (algorithm) {
                            case CRC64NVME -> type == Checksum.Type.FULL_OBJECT;
                            case SHA1, SHA256 -> type == Checksum.Type.COMPOSITE;
                            case CRC32, CRC32C -> true;
                        };
        if (!possible) {
            throw S3Errors.invalidRequest(
                    "The %s checksum type cannot be used with the %s checksum algorithm."
                            .formatted(type, algorithm == null ? "(missing)" : algorithm.name()));
        }
        return type;
    }

    private void part(Call call) throws IOException {
        Upload upload = upload(call);
        int number = number(call);
        ContentPlan plan = Checks.plan(call.request(), upload.algorithm());
        if (upload.algorithm() != null && plan.algorithm() != upload.algorithm()) {
            throw S3Errors.invalidRequest(
                    "Checksum Type mismatch occurred, expected checksum Type: %s, actual checksum Type: %s"
                            .formatted(upload.algorithm(), plan.algorithm()));
        }
        Part part = uploads.put(upload, number, call.request().body(), plan);
        call.response().header("ETag", '"' + part.etag() + '"');
        String checksum = part.checksum();
        if (checksum != null && plan.algorithm() != null) {
            call.response().header(plan.algorithm().header(), checksum);
        }
        call.empty(200);
    }

    private void copy(Call call) throws IOException {
        Upload upload = upload(call);
        int number = number(call);
        StoredObject source = sources.of(call);
        ByteRange range =
                call.header("x-amz-copy-source-range")
                        .map(header -> ByteRange.ofCopy(header, source.size()))
                        .orElse(new ByteRange(0, source.size()));
        Bodies.drain(call.request());
        Part part = uploads.copy(upload, number, source, range.offset(), range.length());
        call.xml(
                Xml.of(
                        "CopyPartResult",
                        xml -> {
                            xml.add("LastModified", part.modifiedAt());
                            xml.add("ETag", '"' + part.etag() + '"');
                            if (upload.algorithm() != null) {
                                xml.add(upload.algorithm().element(), part.checksum());
                            }
                        }));
    }

    private void complete(Call call) throws IOException {
        Bucket bucket = call.bucket();
        Element root = bodies.read(call.request(), "CompleteMultipartUpload");
        List<Named> named = root.all("Part").stream().map(UploadOperations::named).toList();
        if (named.isEmpty() || named.size() > MOST_PARTS) {
            throw S3Errors.malformedXml();
        }
        StoredObject object =
                uploads.complete(
                        bucket,
                        call.key(),
                        call.parameter("uploadId").orElse(""),
                        named,
                        promise(call),
                        Preconditions.ofWrite(call.head()));
        call.xml(
                Xml.of(
                        "CompleteMultipartUploadResult",
                        xml -> {
                            xml.add(
                                    "Location",
                                    "http://%s/%s/%s"
                                            .formatted(
                                                    call.header("host").orElse(call.head().host()),
                                                    bucket.name(),
                                                    object.key()));
                            xml.add("Bucket", bucket.name());
                            xml.add("Key", object.key());
                            xml.add("ETag", '"' + object.etag() + '"');
                            Checksums.write(xml, object.checksum());
                        }));
    }

    private void abort(Call call) throws IOException {
        uploads.abort(call.bucket(), call.key(), call.parameter("uploadId").orElse(""));
        call.empty(204);
    }

    private Upload upload(Call call) {
        return uploads.require(call.bucket(), call.key(), call.parameter("uploadId").orElse(""));
    }

    private static int number(Call call) {
        int number = call.number("partNumber", 0, 0, Integer.MAX_VALUE);
        if (number < 1 || number > MOST_PARTS) {
            throw S3Errors.invalidArgument(
                    "Part number must be an integer between 1 and 10000, inclusive");
        }
        return number;
    }

    private static Named named(Element part) {
        try {
            return new Named(
                    Integer.parseInt(part.require("PartNumber").strip()),
                    Preconditions.plain(part.require("ETag")),
                    Arrays.stream(ChecksumAlgorithm.values())
                            .map(algorithm -> part.text(algorithm.element()).orElse(null))
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null));
        } catch (NumberFormatException e) {
            throw S3Errors.malformedXml();
        }
    }

    private static Promise promise(Call call) {
        String checksum =
                Arrays.stream(ChecksumAlgorithm.values())
                        .map(algorithm -> call.header(algorithm.header()).orElse(null))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        try {
            return new Promise(
                    checksum, call.header("x-amz-mp-object-size").map(Long::valueOf).orElse(null));
        } catch (NumberFormatException e) {
            throw S3Errors.invalidArgument("Value for x-amz-mp-object-size header is invalid.");
        }
    }
}
