package dev.moka.hub.aws.signature;

import dev.moka.hub.aws.AwsException;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;

/// A body whose hash was signed; its end is not given before the hash was found right.
final class HashedBody extends InputStream {
    private final InputStream in;
    private final MessageDigest digest = Digests.sha256();
    private final String promised;
    private boolean checked;

    HashedBody(InputStream in, String promised) {
        this.in = in;
        this.promised = promised;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        int got = in.read(bytes, offset, count);
        if (got > 0) {
            digest.update(bytes, offset, got);
        } else if (got < 0 && !checked) {
            check();
            checked = true;
        }
        return got;
    }

    private void check() {
        String computed = Digests.hex(digest.digest());
        if (!Digests.same(computed, promised)) {
            Map<String, String> details = new LinkedHashMap<>();
            details.put("ClientComputedContentSHA256", promised);
            details.put("S3ComputedContentSHA256", computed);
            throw new AwsException(
                    400,
                    "XAmzContentSHA256Mismatch",
                    "The provided 'x-amz-content-sha256' header does not match what was computed.",
                    details);
        }
    }
}
