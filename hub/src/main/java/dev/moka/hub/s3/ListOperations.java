package dev.moka.hub.s3;

import dev.moka.hub.objects.Bucket;
import dev.moka.hub.objects.Listing;
import dev.moka.hub.objects.Listing.Cursor;
import dev.moka.hub.objects.Listings;
import dev.moka.hub.objects.StoredObject;
import dev.moka.hub.s3.Target.Level;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// ListObjects in both versions.
final class ListOperations {
    private static final int MOST_KEYS = 1000;

    private final Listings listings;

    ListOperations(Listings listings) {
        this.listings = listings;
    }

    void addTo(Operations table) {
        table.add("ListObjects", "GET", Level.BUCKET, this::listV1)
                .add("ListObjectsV2", "GET", Level.BUCKET, "list-type", this::listV2);
    }

    private void listV2(Call call) throws IOException {
        Bucket bucket = call.bucket();
        if (!call.parameter("list-type").orElse("").equals("2")) {
            throw S3Errors.invalidArgument("Invalid List Type specified in Request");
        }
        Page page = new Page(call);
        Optional<String> token = call.parameter("continuation-token");
        if (token.filter(String::isEmpty).isPresent()) {
            throw S3Errors.invalidArgument("The continuation token provided is incorrect");
        }
        String startAfter = call.parameter("start-after").orElse("");
        Cursor after =
                token.map(Tokens::cursor)
                        .orElse(startAfter.isEmpty() ? null : new Cursor(startAfter, false));
        Listing listing = page.list(listings, bucket, after);
        boolean owners = call.parameter("fetch-owner").orElse("").equals("true");
        call.xml(
                Xml.of(
                        "ListBucketResult",
                        xml -> {
                            xml.add("Name", bucket.name());
                            page.writeHead(xml);
                            xml.add("ContinuationToken", token.orElse(null));
                            if (!startAfter.isEmpty()) {
                                xml.add("StartAfter", page.encoded(startAfter));
                            }
                            xml.add(
                                    "KeyCount",
                                    listing.objects().size() + listing.commonPrefixes().size());
                            xml.add("IsTruncated", listing.next().isPresent());
                            xml.add(
                                    "NextContinuationToken",
                                    listing.next().map(Tokens::of).orElse(null));
                            page.writeContent(xml, listing, owners ? bucket : null);
                        }));
    }

    private void listV1(Call call) throws IOException {
        Bucket bucket = call.bucket();
        Page page = new Page(call);
        String marker = call.parameter("marker").orElse("");
        Listing listing = page.list(listings, bucket, page.marker(marker));
        call.xml(
                Xml.of(
                        "ListBucketResult",
                        xml -> {
                            xml.add("Name", bucket.name());
                            page.writeHead(xml);
                            xml.add("Marker", page.encoded(marker));
                            xml.add("IsTruncated", listing.next().isPresent());
                            if (!page.delimiter.isEmpty()) {
                                xml.add(
                                        "NextMarker",
                                        listing.next()
                                                .map(next -> page.encoded(next.value()))
                                                .orElse(null));
                            }
                            page.writeContent(xml, listing, bucket);
                        }));
    }

    /// What both versions ask and say.
    private static final class Page {
        private final String prefix;
        private final String delimiter;
        private final int limit;
        private final UnaryOperator<String> encoding;
        private final boolean isEncoded;

        Page(Call call) {
            this.prefix = call.parameter("prefix").orElse("");
            this.delimiter = call.parameter("delimiter").orElse("");
            this.limit = call.number("max-keys", MOST_KEYS, 0, MOST_KEYS);
            this.isEncoded = Encoding.isAsked(call);
            this.encoding = Encoding.of(isEncoded);
        }

        String encoded(String value) {
            return encoding.apply(value);
        }

        /// A marker that is a common prefix stands for all that is under it.
        @Nullable Cursor marker(String marker) {
            if (marker.isEmpty()) {
                return null;
            }
            boolean common =
                    !delimiter.isEmpty()
                            && marker.startsWith(prefix)
                            && marker.indexOf(delimiter, prefix.length())
                                    == marker.length() - delimiter.length()
                            && marker.length() - delimiter.length() >= prefix.length();
            return new Cursor(marker, common);
        }

        Listing list(Listings listings, Bucket bucket, @Nullable Cursor after) {
            return listings.list(bucket, prefix, delimiter, after, limit);
        }

        void writeHead(Xml xml) {
            xml.add("Prefix", encoded(prefix));
            xml.add("MaxKeys", limit);
            if (!delimiter.isEmpty()) {
                xml.add("Delimiter", encoded(delimiter));
            }
            xml.add("EncodingType", isEncoded ? "url" : null);
        }

        void writeContent(Xml xml, Listing listing, @Nullable Bucket owned) {
            listing.objects().forEach(object -> xml.open("Contents", x -> write(x, object, owned)));
            listing.commonPrefixes()
                    .forEach(common ->
                            xml.open("CommonPrefixes", x -> x.add("Prefix", encoded(common))));
        }

        private void write(Xml xml, StoredObject object, @Nullable Bucket owned) {
            xml.add("Key", encoded(object.key().value()));
            xml.add("LastModified", object.modifiedAt());
            xml.add("ETag", '"' + object.etag() + '"');
            if (object.checksum() != null) {
                xml.add("ChecksumAlgorithm", object.checksum().algorithm());
                xml.add("ChecksumType", object.checksum().type());
            }
            xml.add("Size", object.size());
            if (owned != null) {
                Owners.write(xml, "Owner", owned.account());
            }
            xml.add("StorageClass", "STANDARD");
        }
    }
}
