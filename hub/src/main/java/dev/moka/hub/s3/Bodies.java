package dev.moka.hub.s3;

import dev.moka.hub.aws.AwsRequest;
import dev.moka.hub.objects.ChecksumAlgorithm;
import dev.moka.hub.objects.ContentDigest;
import dev.moka.hub.objects.StoreError;

import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/// Reads small bodies whole, and checks what was promised of them.
final class Bodies {
    private Bodies() {}

    static byte[] read(AwsRequest request, int largest) throws IOException {
        if (request.contentLength() > largest) {
            throw tooLarge(largest);
        }
        byte[] bytes = request.body().readNBytes(largest + 1);
        if (bytes.length > largest) {
            throw tooLarge(largest);
        }
        if (request.contentLength() >= 0 && request.contentLength() != bytes.length) {
            throw StoreError.INCOMPLETE_BODY.exception();
        }
        check(request, bytes);
        return bytes;
    }

    /// Reads what is not wanted, so that its end, and with it its signature, is checked.
    static void drain(AwsRequest request) throws IOException {
        read(request, 64 * 1024);
    }

    private static void check(AwsRequest request, byte[] bytes) {
        Checks.md5(request.head())
                .filter(md5 -> !md5.equals(digest(ContentDigest.md5(), bytes)))
                .ifPresent(_ -> {
                    throw StoreError.BAD_DIGEST.exception(
                            "The Content-MD5 you specified did not match what we received.");
                });
        for (ChecksumAlgorithm algorithm : ChecksumAlgorithm.values()) {
            Optional<String> promised =
                    request.head()
                            .header(algorithm.header())
                            .or(() -> request.trailers().value(algorithm.header()));
            if (promised.isPresent()
                    && !promised.get().equals(digest(ContentDigest.of(algorithm), bytes))) {
                throw StoreError.BAD_DIGEST.exception(
                        "The %s you specified did not match the calculated checksum."
                                .formatted(algorithm));
            }
        }
    }

    private static String digest(ContentDigest digest, byte[] bytes) {
        digest.update(bytes, 0, bytes.length);
        return Base64.getEncoder().encodeToString(digest.result());
    }

    private static RuntimeException tooLarge(int largest) {
        return S3Errors.error(
                400,
                "MaxMessageLengthExceeded",
                "Your request was too big: at most %d bytes are read here".formatted(largest));
    }
}
