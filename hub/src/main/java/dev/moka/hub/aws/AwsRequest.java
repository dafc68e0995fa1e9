package dev.moka.hub.aws;

import dev.moka.hub.account.Principal;
import java.io.InputStream;
import java.util.Optional;

/// A request whose signature was checked; its body was not read yet.
///
/// @param region of the credential scope
/// @param body the content without `aws-chunked` framing. Reading it to its end checks what was
///   signed or promised about it (payload hash, chunk signatures, trailers, length) and throws
///   [AwsException] where that fails; so nothing may be kept before the end was seen.
/// @param contentLength bytes of the content without framing, -1 when the client did not say
/// @param trailers the checksum trailers of an `aws-chunked` body, known once its end was read
public record AwsRequest(
        RequestHead head,
        Principal principal,
        String region,
        InputStream body,
        long contentLength,
        Trailers trailers) {

    /// Headers that follow the body.
    public interface Trailers {
        Optional<String> value(String name);
    }

    public String id() {
        return head.id();
    }
}
