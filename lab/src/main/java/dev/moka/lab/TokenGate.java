package dev.moka.lab;

import dev.moka.lab.problem.Problem;
import dev.moka.lab.site.Lab;
import dev.moka.lab.site.LabLookup;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lets one person into one lab: who knows the token gets a session cookie, and a program may send
/// the token with each request. Writes that a cookie vouches for must repeat the `_xsrf` cookie in
/// a header, which a page of another site cannot read. That cookie is any random value: labs on
/// other ports of the same host share it.
final class TokenGate implements LabLookup {
    private static final Set<HandlerType> READS =
            Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private final Lab lab;
    private final LabOptions options;
    private final String session = random();

    TokenGate(Lab lab, LabOptions options) {
        this.lab = lab;
        this.options = options;
    }

    @Override
    public Lab lab(Context context) {
        requireKnownHost(context);
        if (sendsToken(context)) {
            return lab;
        }
        if (same(context.queryParam("token"), options.token())) {
            context.cookie(cookie(sessionName(context), session, true));
        } else if (!options.token().isEmpty()
                && !same(context.cookie(sessionName(context)), session)) {
            throw Problem.forbidden(
                    "This lab asks for its token: open the address that the program printed");
        }
        if (!READS.contains(context.method())) {
            requireXsrf(context);
        } else if (context.cookie("_xsrf") == null) {
            context.cookie(cookie("_xsrf", random(), false));
        }
        return lab;
    }

    /// A name can be made to point to 127.0.0.1 by anyone; such a page must not get in.
    private void requireKnownHost(Context context) {
        if (!LabOptions.LOOPBACK.contains(options.host())) {
            return;
        }
        String host = context.req().getServerName();
        if (!Set.of("127.0.0.1", "localhost", "[::1]", "::1").contains(host)) {
            throw Problem.forbidden(
                    "The host '%s' is not served here; use 127.0.0.1 or localhost".formatted(host));
        }
    }

    private boolean sendsToken(Context context) {
        String header = context.header("Authorization");
        if (header == null || options.token().isEmpty()) {
            return false;
        }
        String sent = header.replaceFirst("(?i)^(token|bearer)\\s+", "");
        return same(sent.strip(), options.token());
    }

    private void requireXsrf(Context context) {
        String sent = context.header("X-XSRFToken");
        String kept = context.cookie("_xsrf");
        if (kept == null || !same(sent == null ? context.queryParam("_xsrf") : sent, kept)) {
            throw Problem.forbidden("'_xsrf' argument missing from request: load the page again");
        }
    }

    private Cookie cookie(String name, String value, boolean hidden) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath(options.baseUrl());
        cookie.setHttpOnly(hidden);
        cookie.setSameSite(hidden ? SameSite.LAX : SameSite.STRICT);
        return cookie;
    }

    /// Cookies are shared by all ports of a host.
    private static String sessionName(Context context) {
        return "moka-lab-" + context.req().getLocalPort();
    }

    private static boolean same(@Nullable String given, String wanted) {
        return given != null
                && !wanted.isEmpty()
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8),
                        wanted.getBytes(StandardCharsets.UTF_8));
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
