package dev.moka.hub.s3;

import dev.moka.hub.aws.AwsException;
import dev.moka.hub.aws.RequestHead;
import dev.moka.hub.objects.StoredObject;
import dev.moka.hub.objects.WriteCondition;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/// The conditions under which an object is read, copied or written.
final class Preconditions {
    private Preconditions() {}

    /// Throws 412 or 304 unless the object may be read.
    static void checkRead(RequestHead head, StoredObject object) {
        boolean changed =
                fails(head.header("if-match"), head.header("if-unmodified-since"), object, true);
        if (changed) {
            throw S3Errors.preconditionFailed();
        }
        boolean same =
                fails(
                        head.header("if-none-match"),
                        head.header("if-modified-since"),
                        object,
                        false);
        if (same) {
            throw new AwsException(
                    304, "NotModified", "Not Modified", ObjectReads.validators(object));
        }
    }

    /// Throws 412 unless the object may be the source of a copy.
    static void checkCopy(RequestHead head, StoredObject source) {
        String prefix = "x-amz-copy-source-";
        boolean changed =
                fails(
                        head.header(prefix + "if-match"),
                        head.header(prefix + "if-unmodified-since"),
                        source,
                        true);
        boolean same =
                fails(
                        head.header(prefix + "if-none-match"),
                        head.header(prefix + "if-modified-since"),
                        source,
                        false);
        if (changed || same) {
            throw S3Errors.preconditionFailed();
        }
    }

    static WriteCondition ofWrite(RequestHead head) {
        Optional<String> none = head.header("if-none-match");
        if (none.filter(value -> !value.strip().equals("*")).isPresent()) {
            throw S3Errors.notImplemented(
                    "A header you provided implies functionality: If-None-Match with anything but"
                            + " '*' on a write");
        }
        return new WriteCondition(
                head.header("if-match").map(Preconditions::plain).orElse(null), none.isPresent());
    }

    /// An ETag without quotes and without the mark of a weak one.
    static String plain(String etag) {
        String stripped = etag.strip();
        String strong = stripped.startsWith("W/") ? stripped.substring(2) : stripped;
        return strong.replace("\"", "");
    }

    /// The date only matters where there is no ETag.
    private static boolean fails(
            Optional<String> etags, Optional<String> date, StoredObject object, boolean wanted) {
        if (etags.isPresent()) {
            return matches(etags.get(), object.etag()) != wanted;
        }
        return date.flatMap(Preconditions::date)
                .map(limit -> {
                    boolean newer =
                            object.modifiedAt().truncatedTo(ChronoUnit.SECONDS).isAfter(limit);
                    return newer == wanted;
                })
                .orElse(false);
    }

    private static boolean matches(String etags, String etag) {
        return Arrays.stream(etags.split(","))
                .map(Preconditions::plain)
                .anyMatch(one -> one.equals("*") || one.equals(etag));
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(
                    Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
