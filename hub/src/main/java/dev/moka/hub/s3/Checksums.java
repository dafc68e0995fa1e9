package dev.moka.hub.s3;

import dev.moka.hub.aws.AwsResponse;
import dev.moka.hub.objects.Checksum;

import org.jspecify.annotations.Nullable;

/// Tells the checksum of an object.
final class Checksums {
    private Checksums() {}

    static void write(Xml xml, @Nullable Checksum checksum) {
        if (checksum != null) {
            xml.add(checksum.algorithm().element(), checksum.value());
            xml.add("ChecksumType", checksum.type());
        }
    }

    static void write(Xml xml, String element, @Nullable Checksum checksum) {
        if (checksum != null) {
            xml.open(element, x -> write(x, checksum));
        }
    }

    static void write(AwsResponse response, @Nullable Checksum checksum) {
        if (checksum != null) {
            response.header(checksum.algorithm().header(), checksum.value());
            response.header("x-amz-checksum-type", checksum.type().name());
        }
    }
}
