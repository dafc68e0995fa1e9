package dev.moka.hub.s3;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.objects.Bucket;
import dev.moka.hub.objects.Keys;
import dev.moka.hub.objects.MultipartUploads;
import dev.moka.hub.objects.Part;
import dev.moka.hub.objects.Upload;
import dev.moka.hub.s3.Target.Level;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Lists unfinished uploads and their parts.
final class UploadListings {
    private static final int MOST = 1000;

    private final MultipartUploads uploads;

    UploadListings(MultipartUploads uploads) {
        this.uploads = uploads;
    }

    void addTo(Operations table) {
        table.add("ListParts", "GET", Level.OBJECT, "uploadId", this::parts)
                .add("ListMultipartUploads", "GET", Level.BUCKET, "uploads", this::uploads);
    }

    private void parts(Call call) throws IOException {
        Bucket bucket = call.bucket();
        Upload upload = uploads.require(bucket, call.key(), call.parameter("uploadId").orElse(""));
        int limit = call.number("max-parts", MOST, 0, MOST);
        int after = call.number("part-number-marker", 0, 0, Integer.MAX_VALUE);
        UnaryOperator<String> encoding = Encoding.of(Encoding.isAsked(call));
        List<Part> found = limit == 0 ? List.of() : uploads.parts(upload, after, limit + 1);
        boolean more = found.size() > limit;
        List<Part> page = more ? found.subList(0, limit) : found;
        call.xml(
                Xml.of(
                        "ListPartsResult",
                        xml -> {
                            xml.add("Bucket", bucket.name());
                            xml.add("Key", encoding.apply(upload.key().value()));
                            xml.add("UploadId", upload.id());
                            Owners.write(xml, "Initiator", bucket.account());
                            Owners.write(xml, "Owner", bucket.account());
                            xml.add("StorageClass", "STANDARD");
                            xml.add("PartNumberMarker", after);
                            xml.add(
                                    "NextPartNumberMarker",
                                    page.isEmpty() ? after : page.getLast().number());
                            xml.add("MaxParts", limit);
                            xml.add("IsTruncated", more);
                            if (upload.algorithm() != null) {
                                xml.add("ChecksumAlgorithm", upload.algorithm());
                                xml.add("ChecksumType", upload.type());
                            }
                            page.forEach(part -> xml.open("Part", x -> write(x, upload, part)));
                        }));
    }

    private static void write(Xml xml, Upload upload, Part part) {
        xml.add("PartNumber", part.number());
        xml.add("LastModified", part.modifiedAt());
        xml.add("ETag", '"' + part.etag() + '"');
        if (upload.algorithm() != null) {
            xml.add(upload.algorithm().element(), part.checksum());
        }
        xml.add("Size", part.size());
    }

    private void uploads(Call call) throws IOException {
        Bucket bucket = call.bucket();
        String prefix = call.parameter("prefix").orElse("");
        String delimiter = call.parameter("delimiter").orElse("");
        String keyMarker = call.parameter("key-marker").orElse("");
        String idMarker = keyMarker.isEmpty() ? "" : call.parameter("upload-id-marker").orElse("");
        int limit = call.number("max-uploads", MOST, 0, MOST);
        UnaryOperator<String> encoding = Encoding.of(Encoding.isAsked(call));
        Walk walk = new Walk(bucket, prefix, delimiter, limit);
        boolean more = limit > 0 && walk.from(keyMarker, idMarker);
        call.xml(
                Xml.of(
                        "ListMultipartUploadsResult",
                        xml -> {
                            xml.add("Bucket", bucket.name());
                            xml.add("KeyMarker", encoding.apply(keyMarker));
                            xml.add("UploadIdMarker", idMarker);
                            if (more) {
                                xml.add("NextKeyMarker", encoding.apply(walk.lastKey));
                                xml.add("NextUploadIdMarker", walk.lastId);
                            }
                            xml.add("Prefix", encoding.apply(prefix));
                            xml.add("Delimiter", encoding.apply(delimiter));
                            xml.add("MaxUploads", limit);
                            xml.add("IsTruncated", more);
                            walk.found.forEach(upload ->
                                    xml.open(
                                            "Upload",
                                            x -> write(x, upload, bucket.account(), encoding)));
                            walk.prefixes.forEach(common ->
                                    xml.open(
                                            "CommonPrefixes",
                                            x -> x.add("Prefix", encoding.apply(common))));
                        }));
    }

    private static void write(
            Xml xml, Upload upload, AccountId account, UnaryOperator<String> encoding) {
        xml.add("Key", encoding.apply(upload.key().value()));
        xml.add("UploadId", upload.id());
        Owners.write(xml, "Initiator", account);
        Owners.write(xml, "Owner", account);
        xml.add("StorageClass", "STANDARD");
        xml.add("Initiated", upload.initiatedAt());
        if (upload.algorithm() != null) {
            xml.add("ChecksumAlgorithm", upload.algorithm());
            xml.add("ChecksumType", upload.type());
        }
    }

    /// One page being filled.
    private final class Walk {
        private final Bucket bucket;
        private final String prefix;
        private final String delimiter;
        private final int limit;
        private final List<Upload> found = new ArrayList<>();
        private final List<String> prefixes = new ArrayList<>();
        private String lastKey = "";
        private String lastId = "";

        Walk(Bucket bucket, String prefix, String delimiter, int limit) {
            this.bucket = bucket;
            this.prefix = prefix;
            this.delimiter = delimiter;
            this.limit = limit;
        }

        /// Whether there is more than fits.
        boolean from(String key, String id) {
            byte[] from = start(key, id);
            String afterId = id;
            while (true) {
                List<Upload> chunk = uploads.list(bucket, from, prefix, afterId, MOST);
                for (Upload upload : chunk) {
                    if (!take(upload)) {
                        return true;
                    }
                }
                if (chunk.size() < MOST) {
                    return false;
                }
                from = chunk.getLast().key().bytes();
                afterId = chunk.getLast().id();
            }
        }

        private byte[] start(String key, String id) {
            byte[] atPrefix = prefix.getBytes(StandardCharsets.UTF_8);
            if (key.isEmpty()) {
                return atPrefix;
            }
            byte[] atKey = id.isEmpty() ? Keys.after(key) : key.getBytes(StandardCharsets.UTF_8);
            return Keys.later(atPrefix, atKey);
        }

        private boolean take(Upload upload) {
            String key = upload.key().value();
            if (!prefixes.isEmpty() && key.startsWith(prefixes.getLast())) {
                lastKey = key;
                lastId = upload.id();
                return true;
            }
            if (found.size() + prefixes.size() == limit) {
                return false;
            }
            int cut = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
            if (cut < 0) {
                found.add(upload);
            } else {
                prefixes.add(key.substring(0, cut + delimiter.length()));
            }
            lastKey = key;
            lastId = upload.id();
            return true;
        }
    }
}
