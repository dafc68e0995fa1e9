package dev.moka.hub.aws.signature;

/// Checks the chain of signatures of a body that is sent in signed chunks.
public final class ChunkSigner {
    private final byte[] key;
    private final String time;
    private final Scope scope;
    private String previous;

    ChunkSigner(byte[] key, String time, Scope scope, String seed) {
        this.key = key;
        this.time = time;
        this.scope = scope;
        this.previous = seed;
    }

    /// Whether this is the signature of the next chunk, with that hash of its bytes.
    boolean isNext(String signature, String hash) {
        return isNext(signature, "AWS4-HMAC-SHA256-PAYLOAD\n", Digests.OF_NOTHING + "\n" + hash);
    }

    /// Whether this is the signature of the trailers, which follow the last chunk.
    boolean isTrailer(String signature, String hash) {
        return isNext(signature, "AWS4-HMAC-SHA256-TRAILER\n", hash);
    }

    private boolean isNext(String signature, String algorithm, String rest) {
        String text = algorithm + time + "\n" + scope + "\n" + previous + "\n" + rest;
        previous = Digests.hex(Digests.hmac(key, text));
        return Digests.same(previous, signature);
    }
}
