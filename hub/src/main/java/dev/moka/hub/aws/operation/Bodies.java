package dev.moka.hub.aws.operation;

import dev.moka.hub.aws.AwsException;
import dev.moka.hub.aws.AwsRequest;

import java.io.IOException;

/// Reads the body of a request into memory, up to a limit.
final class Bodies {

    private Bodies() {}

    static byte[] read(AwsRequest request, int most) throws IOException {
        if (request.contentLength() > most) {
            throw tooLarge(most);
        }
        byte[] body = request.body().readNBytes(most + 1);
        if (body.length > most) {
            throw tooLarge(most);
        }
        return body;
    }

    private static AwsException tooLarge(int most) {
        return new AwsException(
                413,
                "RequestEntityTooLargeException",
                "The request is larger than the %,d bytes that are accepted here".formatted(most));
    }
}
