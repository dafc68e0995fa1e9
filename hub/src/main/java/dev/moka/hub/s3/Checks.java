package dev.moka.hub.s3;

import dev.moka.hub.aws.AwsRequest;
import dev.moka.hub.aws.RequestHead;
import dev.moka.hub.objects.ChecksumAlgorithm;
import dev.moka.hub.objects.ContentPlan;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a client promises about the content that it sends: MD5 and checksums, in headers or
/// trailers.
final class Checks {
    private static final int MD5_BYTES = 16;

    private Checks() {}

    /// @param fallback the algorithm when the request names none
    static ContentPlan plan(AwsRequest request, @Nullable ChecksumAlgorithm fallback) {
        RequestHead head = request.head();
        Optional<ChecksumAlgorithm> inHeader = inHeader(head);
        Optional<ChecksumAlgorithm> inTrailer = inTrailer(head);
        if (inHeader.isPresent() && inTrailer.isPresent()) {
            throw S3Errors.invalidRequest(
                    "Expecting a single x-amz-checksum- header. Multiple checksum Types are not"
                            + " allowed.");
        }
        Optional<ChecksumAlgorithm> named = named(head, "x-amz-sdk-checksum-algorithm");
        Optional<ChecksumAlgorithm> given = inHeader.or(() -> inTrailer);
        if (named.isPresent() && given.isEmpty()) {
            throw S3Errors.invalidRequest(
                    "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-*"
                            + " or x-amz-trailer headers were found.");
        }
        ChecksumAlgorithm algorithm = given.orElse(fallback);
        return new ContentPlan(
                request.contentLength(),
                ContentPlan.LARGEST_PUT,
                md5(head).orElse(null),
                algorithm,
                () -> given.flatMap(a -> promised(request, a)));
    }

    static Optional<String> md5(RequestHead head) {
        Optional<String> md5 = head.header("content-md5");
        md5.filter(value -> length(value) != MD5_BYTES)
                .ifPresent(_ -> {
                    throw S3Errors.error(
                            400, "InvalidDigest", "The Content-MD5 you specified was invalid.");
                });
        return md5;
    }

    /// An algorithm that a header names.
    static Optional<ChecksumAlgorithm> named(RequestHead head, String header) {
        Optional<String> name = head.header(header);
        Optional<ChecksumAlgorithm> algorithm = name.flatMap(ChecksumAlgorithm::named);
        if (name.isPresent() && algorithm.isEmpty()) {
            throw S3Errors.invalidRequest(
                    "Checksum algorithm provided is unsupported. Please try again with any of the"
                            + " valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]");
        }
        return algorithm;
    }

    private static Optional<ChecksumAlgorithm> inHeader(RequestHead head) {
        List<ChecksumAlgorithm> given =
                Arrays.stream(ChecksumAlgorithm.values())
                        .filter(algorithm -> head.header(algorithm.header()).isPresent())
                        .toList();
        if (given.size() > 1) {
            throw S3Errors.invalidRequest(
                    "Expecting a single x-amz-checksum- header. Multiple checksum Types are not"
                            + " allowed.");
        }
        given.forEach(algorithm -> valid(algorithm, head.header(algorithm.header()).orElse("")));
        return given.stream().findFirst();
    }

    private static Optional<ChecksumAlgorithm> inTrailer(RequestHead head) {
        String names = head.header("x-amz-trailer").orElse("").toLowerCase(Locale.ROOT);
        return Arrays.stream(names.split(","))
                .map(String::strip)
                .flatMap(name ->
                        Arrays.stream(ChecksumAlgorithm.values())
                                .filter(algorithm -> algorithm.header().equals(name)))
                .findFirst();
    }

    private static Optional<String> promised(AwsRequest request, ChecksumAlgorithm algorithm) {
        Optional<String> header = request.head().header(algorithm.header());
        if (header.isPresent()) {
            return header;
        }
        Optional<String> trailer = request.trailers().value(algorithm.header());
        if (trailer.isEmpty()) {
            throw S3Errors.error(
                    400,
                    "MalformedTrailerError",
                    "The request contained trailing data that was not well-formed or did not"
                            + " conform to our published schema.");
        }
        trailer.ifPresent(value -> valid(algorithm, value.strip()));
        return trailer.map(String::strip);
    }

    private static void valid(ChecksumAlgorithm algorithm, String value) {
        if (length(value) != algorithm.bytes()) {
            throw S3Errors.invalidRequest(
                    "Value for %s header is invalid.".formatted(algorithm.header()));
        }
    }

    private static int length(String base64) {
        try {
            return Base64.getDecoder().decode(base64).length;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }
}
