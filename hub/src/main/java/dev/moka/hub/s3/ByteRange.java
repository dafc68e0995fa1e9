package dev.moka.hub.s3;

import dev.moka.hub.aws.AwsException;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A stretch of an object, from its first byte on.
record ByteRange(long offset, long length) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d*)-(\\d*)");
    private static final Pattern COPIED = Pattern.compile("bytes=(\\d+)-(\\d+)");

    long last() {
        return offset + length - 1;
    }

    /// What the `Range` header asks of an object. S3 answers one range; a header of another form,
    /// or with several, is as if it were not there.
    static Optional<ByteRange> of(String header, long size) {
        Matcher matcher = ONE.matcher(header.strip());
        if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (matcher.group(1).isEmpty()) {
            long suffix = Math.min(number(matcher.group(2)), size);
            return Optional.of(satisfiable(size - suffix, suffix));
        }
        long first = number(matcher.group(1));
        long last = matcher.group(2).isEmpty() ? Long.MAX_VALUE : number(matcher.group(2));
        if (last < first) {
            return Optional.empty();
        }
        return Optional.of(satisfiable(first, Math.min(last, size - 1) - first + 1));
    }

    /// What `x-amz-copy-source-range` asks, which must lie within the source.
    static ByteRange ofCopy(String header, long size) {
        Matcher matcher = COPIED.matcher(header.strip());
        if (!matcher.matches()) {
            throw S3Errors.invalidArgument(
                    "The x-amz-copy-source-range value must be of the form bytes=first-last where"
                            + " first and last are the zero-based offsets of the first and last"
                            + " bytes to copy");
        }
        long first = number(matcher.group(1));
        long last = number(matcher.group(2));
        if (last < first || last >= size) {
            throw S3Errors.invalidArgument(
                    "Range specified is not valid for source object of size: " + size);
        }
        return new ByteRange(first, last - first + 1);
    }

    String contentRange(long size) {
        return "bytes %d-%d/%d".formatted(offset, last(), size);
    }

    private static ByteRange satisfiable(long offset, long length) {
        if (length <= 0) {
            throw new AwsException(416, "InvalidRange", "The requested range is not satisfiable");
        }
        return new ByteRange(offset, length);
    }

    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE - 1;
        }
    }
}
