package dev.moka.hub.s3;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// How names are written in XML: as they are, or percent-encoded when the client asked for it,
/// since XML has no way to write some characters.
final class Encoding {
    private Encoding() {}

    static boolean isAsked(Call call) {
        Optional<String> type = call.parameter("encoding-type");
        if (type.filter(t -> !t.equals("url")).isPresent()) {
            throw S3Errors.invalidArgument("Invalid Encoding Method specified in Request");
        }
        return type.isPresent();
    }

    static UnaryOperator<String> of(boolean url) {
        return url ? Encoding::encode : UnaryOperator.identity();
    }

    /// S3 leaves slashes as they are, and clients decode `+` as a blank.
    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2F", "/");
    }
}
