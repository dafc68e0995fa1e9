package dev.moka.hub.s3;

import dev.moka.hub.aws.RequestHead;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a request is about: nothing but the service, a bucket, or an object.
///
/// @param bucket empty for the service
/// @param key empty for a bucket
record Target(String bucket, String key) {

    /// What there is of each kind.
    enum Level {
        SERVICE,
        BUCKET,
        OBJECT
    }

    Level level() {
        if (bucket.isEmpty()) {
            return Level.SERVICE;
        }
        return key.isEmpty() ? Level.BUCKET : Level.OBJECT;
    }

    /// @param domains names of the port; a host in front of one of them is a bucket
    static Target of(RequestHead head, List<String> domains) {
        String path = decoded(head.path().isEmpty() ? "/" : head.path());
        for (String domain : domains) {
            String tail = "." + domain;
            if (head.host().endsWith(tail)) {
                String bucket = head.host().substring(0, head.host().length() - tail.length());
                return new Target(bucket, path.substring(1));
            }
        }
        int slash = path.indexOf('/', 1);
        return slash < 0
                ? new Target(path.substring(1), "")
                : new Target(path.substring(1, slash), path.substring(slash + 1));
    }

    /// Takes percent signs away once; a plus is a plus in a path.
    static String decoded(String path) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(path.length());
        for (int n = 0; n < path.length(); n++) {
            char c = path.charAt(n);
            if (c != '%') {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            int high = n + 2 < path.length() ? Character.digit(path.charAt(n + 1), 16) : -1;
            int low = n + 2 < path.length() ? Character.digit(path.charAt(n + 2), 16) : -1;
            if (high < 0 || low < 0) {
                throw S3Errors.invalidUri();
            }
            bytes.write(high << 4 | low);
            n += 2;
        }
        return text(bytes.toByteArray());
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw S3Errors.invalidUri();
        }
    }
}
