package dev.moka.hub.s3;

import dev.moka.hub.aws.AwsException;
import dev.moka.hub.aws.AwsResponse;
import dev.moka.hub.objects.Checksum;
import dev.moka.hub.objects.Part;
import dev.moka.hub.objects.StoredObject;
import dev.moka.hub.objects.StoredObjects;
import dev.moka.hub.objects.StoredObjects.Opened;
import dev.moka.hub.s3.Target.Level;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reading objects: whole, in ranges, by part, or only what is told about them.
final class ObjectReads {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final StoredObjects objects;

    ObjectReads(StoredObjects objects) {
        this.objects = objects;
    }

    void addTo(Operations table) {
        table.add("GetObject", "GET", Level.OBJECT, this::get)
                .add("HeadObject", "HEAD", Level.OBJECT, this::head)
                .add("GetObjectAttributes", "GET", Level.OBJECT, "attributes", this::attributes)
                .add("GetObjectAcl", "GET", Level.OBJECT, "acl", this::acl)
                .add("PutObjectAcl", "PUT", Level.OBJECT, "acl", this::setAcl);
    }

    private void get(Call call) throws IOException {
        try (Opened opened = objects.openLatest(call.bucket(), call.key())) {
            ByteRange range = writeHead(call, opened.object());
            try (OutputStream out = call.response().body()) {
                opened.content().transferTo(out, range.offset(), range.length());
            }
        }
    }

    private void head(Call call) throws IOException {
        writeHead(call, objects.require(call.bucket(), call.key()));
        call.response().body().close();
    }

    /// Status and headers; gives what of the content goes with them.
    private ByteRange writeHead(Call call, StoredObject object) {
        AwsResponse response = call.response();
        validators(object).forEach(response::header);
        Preconditions.checkRead(call.head(), object);
        Optional<ByteRange> part = part(call, object);
        Optional<ByteRange> range =
                part.or(() -> call.header("range").flatMap(r -> ByteRange.of(r, object.size())));
        ByteRange sent = range.orElse(new ByteRange(0, object.size()));
        response.status(range.isPresent() ? 206 : 200);
        response.header("Accept-Ranges", "bytes");
        range.filter(r -> r.length() > 0)
                .ifPresent(r -> response.header("Content-Range", r.contentRange(object.size())));
        response.header("Content-Length", Long.toString(sent.length()));
        Metadata.write(call.head(), object.metadata(), response);
        if (!object.tags().isEmpty()) {
            response.header("x-amz-tagging-count", Integer.toString(object.tags().size()));
        }
        if (sent.length() == object.size()) {
            checksum(call, object, response);
        }
        return sent;
    }

    /// By what a client tells whether it has an object already.
    static Map<String, String> validators(StoredObject object) {
        return Map.of(
                "ETag",
                '"' + object.etag() + '"',
                "Last-Modified",
                DATE.format(object.modifiedAt()));
    }

    private static void checksum(Call call, StoredObject object, AwsResponse response) {
        Checksum checksum = object.checksum();
        boolean asked =
                call.header("x-amz-checksum-mode")
                        .filter(mode -> mode.equalsIgnoreCase("ENABLED"))
                        .isPresent();
        if (asked && checksum != null) {
            response.header(checksum.algorithm().header(), checksum.value());
            response.header("x-amz-checksum-type", checksum.type().name());
        }
    }

    private Optional<ByteRange> part(Call call, StoredObject object) {
        if (call.parameter("partNumber").isEmpty()) {
            return Optional.empty();
        }
        if (call.header("range").isPresent()) {
            throw S3Errors.invalidRequest(
                    "Cannot specify both Range header and partNumber query parameter");
        }
        int number = call.number("partNumber", 1, 1, Integer.MAX_VALUE);
        if (object.content().isBlob()) {
            if (number != 1) {
                throw noSuchPart();
            }
            return Optional.of(new ByteRange(0, object.size()));
        }
        call.response().header("x-amz-mp-parts-count", Integer.toString(object.content().parts()));
        long offset = 0;
        for (Part part : objects.parts(object)) {
            if (part.number() == number) {
                return Optional.of(new ByteRange(offset, part.size()));
            }
            offset += part.size();
        }
        throw noSuchPart();
    }

    private static AwsException noSuchPart() {
        return S3Errors.error(
                416, "InvalidPartNumber", "The requested partnumber is not satisfiable");
    }

    private void attributes(Call call) throws IOException {
        StoredObject object = objects.require(call.bucket(), call.key());
        List<String> wanted =
                List.of(call.header("x-amz-object-attributes").orElse("").split("\\s*,\\s*"));
        validators(object).forEach(call.response()::header);
        call.xml(
                Xml.of(
                        "GetObjectAttributesResponse",
                        xml -> {
                            xml.add("ETag", wanted.contains("ETag") ? object.etag() : null);
                            if (wanted.contains("Checksum")) {
                                Checksums.write(xml, "Checksum", object.checksum());
                            }
                            if (wanted.contains("ObjectParts") && !object.content().isBlob()) {
                                xml.open(
                                        "ObjectParts",
                                        x -> x.add("PartsCount", object.content().parts()));
                            }
                            xml.add(
                                    "StorageClass",
                                    wanted.contains("StorageClass") ? "STANDARD" : null);
                            xml.add(
                                    "ObjectSize",
                                    wanted.contains("ObjectSize") ? object.size() : null);
                        }));
    }

    private void acl(Call call) throws IOException {
        objects.require(call.bucket(), call.key());
        Acls.write(call, call.bucket().account());
    }

    private void setAcl(Call call) throws IOException {
        objects.require(call.bucket(), call.key());
        Acls.requirePrivate(call);
        if (call.header("x-amz-acl").isEmpty()) {
            throw S3Errors.error(
                    400, "AccessControlListNotSupported", "The bucket does not allow ACLs");
        }
        Bodies.drain(call.request());
        call.empty(200);
    }
}
