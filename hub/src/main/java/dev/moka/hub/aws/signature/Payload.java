package dev.moka.hub.aws.signature;

import dev.moka.hub.aws.AwsException;
import dev.moka.hub.aws.AwsRequest.Trailers;
import dev.moka.hub.aws.RequestHead;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a request's body is protected, from its `x-amz-content-sha256` header.
///
/// @param hash as it stands in what was signed: 64 digits, or the name of a way
public record Payload(String hash) {
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    private static final String SIGNED_CHUNKS = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    private static final String SIGNED_CHUNKS_TRAILER = SIGNED_CHUNKS + "-TRAILER";
    private static final String UNSIGNED_CHUNKS = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

    /// A body with the trailers that follow it.
    public record Body(InputStream content, long length, Trailers trailers) {}

    /// What the head says about the body; empty when it says nothing, so that the body must be read
    /// to know what was signed.
    public static Optional<Payload> read(RequestHead head, Claim claim) {
        Optional<String> said =
                head.header("x-amz-content-sha256")
                        .or(() -> head.parameter("X-Amz-Content-Sha256"))
                        .map(String::strip);
        if (said.isPresent()) {
            return Optional.of(checked(said.get(), claim));
        }
        if (claim.dialect() != Dialect.S3) {
            return Optional.empty();
        }
        if (claim.isPresigned()) {
            return Optional.of(new Payload(UNSIGNED));
        }
        throw new AwsException(
                400,
                "InvalidRequest",
                "Missing required header for this request: x-amz-content-sha256");
    }

    /// The payload of bytes that were read already.
    public static Payload of(byte[] body) {
        return new Payload(Digests.sha256Hex(body));
    }

    private static Payload checked(String hash, Claim claim) {
        boolean known =
                HASH.matcher(hash).matches()
                        || hash.equals(UNSIGNED)
                        || hash.equals(SIGNED_CHUNKS)
                        || hash.equals(SIGNED_CHUNKS_TRAILER)
                        || hash.equals(UNSIGNED_CHUNKS);
        if (known) {
            return new Payload(hash);
        }
        if (hash.contains("ECDSA")) {
            throw new Refusals(claim.dialect()).unsupported("Signature Version 4A");
        }
        throw new AwsException(
                400,
                "InvalidArgument",
                "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER,"
                        + " STREAMING-AWS4-HMAC-SHA256-PAYLOAD,"
                        + " STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.");
    }

    private boolean isChunked() {
        return hash.startsWith("STREAMING-");
    }

    /// The content of the body, checked while it is read.
    ///
    /// @param raw what the connection gives
    /// @param contentLength of `raw`, -1 when it is not known
    public Body body(RequestHead head, InputStream raw, long contentLength, ChunkSigner signer) {
        if (!isChunked()) {
            InputStream content =
                    hash.equals(UNSIGNED)
                            ? new SizedBody(raw, contentLength)
                            : new HashedBody(
                                    new SizedBody(raw, contentLength),
                                    hash.toLowerCase(Locale.ROOT));
            return new Body(content, contentLength, _ -> Optional.empty());
        }
        long length = decodedLength(head);
        ChunkedBody chunks =
                new ChunkedBody(
                        raw,
                        length,
                        hash.equals(UNSIGNED_CHUNKS) ? null : signer,
                        hash.equals(SIGNED_CHUNKS) ? List.of() : announced(head),
                        hash.equals(SIGNED_CHUNKS_TRAILER));
        return new Body(chunks, length, chunks.trailers());
    }

    private static long decodedLength(RequestHead head) {
        String said =
                head.header("x-amz-decoded-content-length")
                        .orElseThrow(() ->
                                new AwsException(
                                        411,
                                        "MissingContentLength",
                                        "You must provide the Content-Length HTTP header; a body in"
                                                + " chunks needs x-amz-decoded-content-length."));
        try {
            long length = Long.parseLong(said.strip());
            if (length >= 0) {
                return length;
            }
        } catch (NumberFormatException e) {
            throw badLength(said);
        }
        throw badLength(said);
    }

    private static AwsException badLength(String said) {
        return new AwsException(
                400,
                "InvalidArgument",
                "x-amz-decoded-content-length '%s' is not a number of bytes"
                        .formatted(said.length() <= 40 ? said : said.substring(0, 40) + "…"));
    }

    private static List<String> announced(RequestHead head) {
        return head.header("x-amz-trailer").stream()
                .flatMap(names -> List.of(names.split(",", -1)).stream())
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
