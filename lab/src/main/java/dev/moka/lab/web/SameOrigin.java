package dev.moka.lab.web;

import dev.moka.lab.problem.Problem;
import io.javalin.http.Context;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Refuses a WebSocket that a page of another site opens: a browser sends cookies along with it,
/// and no same-origin policy stops it.
final class SameOrigin {
    private SameOrigin() {}

    static void check(Context context) {
        String origin = context.header("Origin");
        if (origin != null && !matches(origin, context.header("Host"))) {
            throw Problem.forbidden(
                    "A page from '%s' may not connect here: open the lab at its own address"
                            .formatted(origin));
        }
    }

    private static boolean matches(String origin, @Nullable String host) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
