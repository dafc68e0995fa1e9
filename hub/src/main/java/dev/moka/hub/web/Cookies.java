package dev.moka.hub.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;

/// Sets the hub's cookies: for this host only, never sent along by other sites' forms, and only
/// over TLS if the hub is reached so.
final class Cookies {
    private final boolean secure;

    Cookies(boolean secure) {
        this.secure = secure;
    }

    void set(Context context, String name, String value, boolean httpOnly, int maxAgeSeconds) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(httpOnly);
        cookie.setSecure(secure);
        cookie.setSameSite(SameSite.LAX);
        cookie.setMaxAge(maxAgeSeconds);
        context.cookie(cookie);
    }

    void remove(Context context, String name) {
        set(context, name, "", true, 0);
    }
}
