package dev.moka.hub.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moka.hub.console.view.Flash;
import dev.moka.hub.console.view.Tone;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Base64;
import java.util.List;

/// Messages for the page that comes next, carried there by a cookie of one use.
final class Flashes {
    private static final String COOKIE = "moka_flash";
    private static final int LONGEST = 1_500;
    private static final int LIFE_SECONDS = 60;

    /// Leaves a message for the page that a redirect leads to.
    void leave(Context context, Tone tone, String text) {
        String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        byte[] bytes = (tone.name() + "\n" + shown).getBytes(UTF_8);
        set(context, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), LIFE_SECONDS);
    }

    /// Takes the message that the page before left.
    List<Flash> take(Context context) {
        String value = context.cookie(COOKIE);
        if (value == null || value.isEmpty()) {
            return List.of();
        }
        set(context, "", 0);
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(value), UTF_8).split("\n", 2);
            return List.of(new Flash(Tone.valueOf(parts[0]), parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return List.of();
        }
    }

    private static void set(Context context, String value, int seconds) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.LAX);
        cookie.setMaxAge(seconds);
        context.cookie(cookie);
    }
}
