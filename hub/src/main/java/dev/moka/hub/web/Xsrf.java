package dev.moka.hub.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moka.hub.errors.AccessDeniedException;
import dev.moka.hub.identity.Secrets;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Proof that a write comes from one of our own pages: the `_xsrf` cookie must come back in the
/// `X-XSRFToken` header or the `_xsrf` form field. JupyterLab does so by itself.
public final class Xsrf {
    private static final String COOKIE = "_xsrf";
    private static final String FRESH = "moka.xsrf";
    private static final int LIFE_SECONDS = 30 * 24 * 3600;
    private static final Set<HandlerType> READS =
            Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private final Callers callers;
    private final Cookies cookies;
    private final Secrets secrets;

    Xsrf(Callers callers, Cookies cookies, Secrets secrets) {
        this.callers = callers;
        this.cookies = cookies;
        this.secrets = secrets;
    }

    /// The value for the hidden field `_xsrf` of a form on the page being written; sets the cookie
    /// when there is none.
    public String token(Context context) {
        String present = context.cookie(COOKIE);
        if (present != null && present.length() >= 32) {
            return present;
        }
        String fresh = context.attribute(FRESH);
        if (fresh == null) {
            fresh = secrets.next("");
            context.attribute(FRESH, fresh);
            cookies.set(context, COOKIE, fresh, false, LIFE_SECONDS);
        }
        return fresh;
    }

    /// Refuses a write without the proof. A program with a token, or with JSON and no cookie, was
    /// not sent by a browser on behalf of another site.
    void check(Context context) {
        if (READS.contains(context.method()) || callers.hasToken(context)) {
            return;
        }
        String type = context.contentType();
        boolean json = type != null && type.startsWith("application/json");
        if (json && !callers.hasSessionCookie(context)) {
            return;
        }
        if (!same(context.cookie(COOKIE), given(context))) {
            throw new AccessDeniedException(
                    "The page was open for too long or the request came from elsewhere ('_xsrf'"
                            + " does not match); reload the page and try again");
        }
    }

    private static @Nullable String given(Context context) {
        String header = context.header("X-XSRFToken");
        if (header != null) {
            return header;
        }
        if (context.path().startsWith("/notebook/")) {
            return context.queryParam(COOKIE);
        }
        String type = context.contentType();
        boolean form =
                type != null
                        && (type.startsWith("application/x-www-form-urlencoded")
                                || type.startsWith("multipart/form-data"));
        return form ? context.formParam(COOKIE) : null;
    }

    private static boolean same(@Nullable String cookie, @Nullable String given) {
        return cookie != null
                && given != null
                && cookie.length() >= 32
                && MessageDigest.isEqual(cookie.getBytes(UTF_8), given.getBytes(UTF_8));
    }
}
