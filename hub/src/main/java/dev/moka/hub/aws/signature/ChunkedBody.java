package dev.moka.hub.aws.signature;

import dev.moka.hub.aws.AwsException;
import dev.moka.hub.aws.AwsRequest.Trailers;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A body in `aws-chunked` framing: `size;chunk-signature=…`, the bytes, and so on to a chunk of
/// size 0 and the trailers. Signatures, trailers and the whole length are checked while it is read.
final class ChunkedBody extends InputStream {
    private static final int LONGEST_LINE = 4096;
    private static final int MOST_TRAILERS = 16;
    private static final int SMALLEST_CHUNK = 8192;
    private static final int BUFFER = 65_536;
    private static final String SIGNATURE = ";chunk-signature=";
    private static final String TRAILER_SIGNATURE = "x-amz-trailer-signature";

    private final InputStream in;
    private final long promised;
    private final @Nullable ChunkSigner signer;
    private final List<String> announced;
    private final boolean signedTrailer;
    private final MessageDigest digest = Digests.sha256();
    private final Map<String, String> trailers = new LinkedHashMap<>();
    private String signature = "";
    private long left;
    private long read;
    private boolean small;
    private boolean ended;

    /// @param promised bytes of the content without framing
    /// @param signer checks the chunks, absent when they are not signed
    /// @param announced the names of the trailers that must follow
    ChunkedBody(
            InputStream in,
            long promised,
            @Nullable ChunkSigner signer,
            List<String> announced,
            boolean signedTrailer) {
        this.in = new BufferedInputStream(in, BUFFER);
        this.promised = promised;
        this.signer = signer;
        this.announced = announced;
        this.signedTrailer = signedTrailer;
    }

    Trailers trailers() {
        return name -> Optional.ofNullable(trailers.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int got = in.read(bytes, offset, (int) Math.min(count, left));
        if (got < 0) {
            throw SizedBody.incomplete();
        }
        if (signer != null) {
            digest.update(bytes, offset, got);
        }
        left -= got;
        read += got;
        if (left == 0) {
            endChunk();
        }
        return got;
    }

    private void nextChunk() throws IOException {
        String line = line();
        int semicolon = line.indexOf(';');
        long size = size(semicolon < 0 ? line : line.substring(0, semicolon));
        if (signer != null) {
            if (semicolon < 0 || !line.startsWith(SIGNATURE, semicolon)) {
                throw malformed("a chunk has no chunk-signature");
            }
            signature = line.substring(semicolon + SIGNATURE.length()).strip();
        }
        if (size > promised - read) {
            throw tooLong();
        }
        if (size > 0) {
            requireOnlyLastIsSmall(size);
            left = size;
            return;
        }
        checkSignature();
        end();
    }

    private void endChunk() throws IOException {
        checkSignature();
        if (!line().isEmpty()) {
            throw malformed("a chunk is longer than its size says");
        }
    }

    /// Small chunks would make the check of signatures cost more than the transfer.
    private void requireOnlyLastIsSmall(long size) {
        if (small) {
            throw new AwsException(
                    403,
                    "InvalidChunkSizeError",
                    "Only the last chunk is allowed to have a size less than 8192 bytes");
        }
        small = signer != null && size < SMALLEST_CHUNK;
    }

    private void checkSignature() {
        if (signer != null && !signer.isNext(signature, Digests.hex(digest.digest()))) {
            throw new AwsException(
                    403,
                    "SignatureDoesNotMatch",
                    "The signature of a chunk does not match: the chunk was changed, or its"
                            + " signature does not follow from the one before.");
        }
    }

    private void end() throws IOException {
        if (read != promised) {
            throw SizedBody.incomplete();
        }
        readTrailers();
        if (in.read() >= 0) {
            throw malformed("bytes follow the end of the body");
        }
        ended = true;
    }

    private void readTrailers() throws IOException {
        StringBuilder signed = new StringBuilder();
        Optional<String> trailerSignature = Optional.empty();
        for (String line = lastLine(); !line.isEmpty(); line = lastLine()) {
            int colon = line.indexOf(':');
            if (colon < 1 || trailers.size() >= MOST_TRAILERS) {
                throw malformedTrailer();
            }
            String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            if (name.equals(TRAILER_SIGNATURE)) {
                trailerSignature = Optional.of(value);
            } else {
                trailers.put(name, value);
                signed.append(name).append(':').append(value).append('\n');
            }
        }
        if (!List.copyOf(trailers.keySet()).equals(announced)) {
            throw malformedTrailer();
        }
        if (signedTrailer && signer != null) {
            checkTrailers(signer, trailerSignature.orElse(""), signed.toString());
        }
    }

    private static void checkTrailers(ChunkSigner signer, String signature, String signed) {
        String hash = Digests.sha256Hex(signed.getBytes(StandardCharsets.UTF_8));
        if (!signer.isTrailer(signature, hash)) {
            throw new AwsException(
                    403, "SignatureDoesNotMatch", "The signature of the trailers does not match.");
        }
    }

    private static long size(String hex) {
        String digits = hex.strip();
        if (digits.isEmpty() || digits.length() > 15) {
            throw malformed("a chunk has no size");
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) > 127 || Character.digit(digits.charAt(i), 16) < 0) {
                throw malformed("the size of a chunk is not a hexadecimal number");
            }
        }
        return Long.parseLong(digits, 16);
    }

    /// A line without its end. The framing may be cut off after the last trailer, as some clients
    /// leave out the empty line; anywhere else the body is incomplete.
    private String lastLine() throws IOException {
        in.mark(1);
        if (in.read() < 0) {
            return "";
        }
        in.reset();
        return line();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(96);
        while (true) {
            int c = in.read();
            if (c == '\n') {
                int last = line.length() - 1;
                if (last < 0 || line.charAt(last) != '\r') {
                    throw malformed("a line does not end in CR LF");
                }
                return line.substring(0, last);
            }
            if (c < 0) {
                throw SizedBody.incomplete();
            }
            if (line.length() >= LONGEST_LINE) {
                throw malformed("a line of the framing has more than 4096 characters");
            }
            line.append((char) c);
        }
    }

    private static AwsException tooLong() {
        return new AwsException(
                400,
                "IncompleteBody",
                "The request body is longer than x-amz-decoded-content-length says");
    }

    private static AwsException malformed(String why) {
        return new AwsException(
                400, "InvalidRequest", "The body is not well-formed aws-chunked: " + why);
    }

    private static AwsException malformedTrailer() {
        return new AwsException(
                400,
                "MalformedTrailerError",
                "The request contained trailing data that was not well-formed or did not conform to"
                        + " our published schema.");
    }
}
