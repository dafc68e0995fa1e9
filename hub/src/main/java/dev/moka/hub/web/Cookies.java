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
        add(context, cookie, maxAgeSeconds);
    }

    /// Sets a cookie that scripts can't read and that is sent to the addresses below `path` only.
    void setAt(Context context, String path, String name, String value, int maxAgeSeconds) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath(path);
        cookie.setHttpOnly(true);
        add(context, cookie, maxAgeSeconds);
    }

    private void add(Context context, Cookie cookie, int maxAgeSeconds) {
        cookie.setSecure(secure);
        cookie.setSameSite(SameSite.LAX);
        cookie.setMaxAge(maxAgeSeconds);
        context.cookie(cookie);
    }

    void remove(Context context, String name) {
        set(context, name, "", true, 0);
    }
}
