package dev.moka.hub.aws.signature;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What a request says about its sender; nothing of it was checked yet.
///
/// @param signedHeaders in lower case, in the order in which they were signed
/// @param signature 64 hexadecimal digits
/// @param time when it was signed, as it was written
/// @param signedAt the same as an instant
/// @param sessionToken of temporary credentials
/// @param lifeSeconds how long a presigned address is good, absent for a header
public record Claim(
        String accessKeyId,
        Scope scope,
        List<String> signedHeaders,
        String signature,
        String time,
        Instant signedAt,
        @Nullable String sessionToken,
        @Nullable Integer lifeSeconds) {

    public Claim {
        signedHeaders = List.copyOf(signedHeaders);
    }

    public String service() {
        return scope.service();
    }

    public String region() {
        return scope.region();
    }

    public Dialect dialect() {
        return Dialect.of(scope.service());
    }

    boolean isPresigned() {
        return lifeSeconds != null;
    }
}
