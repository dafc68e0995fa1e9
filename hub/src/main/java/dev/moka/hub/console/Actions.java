package dev.moka.hub.console;

import dev.moka.hub.console.view.Tone;
import dev.moka.hub.errors.AccessDeniedException;
import dev.moka.hub.errors.ApiException;
import dev.moka.hub.errors.ResourceNotFound;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.Optional;

/// Buttons: does what one asks for, and leads to the page that shows it.
final class Actions {
    private final Flashes flashes;

    Actions(Flashes flashes) {
        this.flashes = flashes;
    }

    /// Does it and goes to a page; a refusal is told there.
    void perform(Context context, String then, String said, Runnable action) {
        try {
            action.run();
            tell(context, Tone.OK, said);
        } catch (AccessDeniedException | ResourceNotFound e) {
            throw e;
        } catch (ApiException e) {
            tell(context, Tone.BAD, e.text());
        }
        go(context, then);
    }

    void go(Context context, String path) {
        context.redirect(path, HttpStatus.SEE_OTHER);
    }

    void tell(Context context, Tone tone, String text) {
        if (!text.isEmpty()) {
            flashes.leave(context, tone, text);
        }
    }

    /// The page of this hub on which the button was pressed, or another one when that is unknown.
    String back(Context context, String otherwise) {
        return Optional.ofNullable(context.header("HX-Current-URL"))
                .or(() -> Optional.ofNullable(context.header("Referer")))
                .map(Actions::path)
                .filter(Actions::isOurs)
                .orElse(otherwise);
    }

    /// Whether an address is a path of this hub and can't lead elsewhere.
    static boolean isOurs(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().noneMatch(c -> c == '\\' || c < ' ');
    }

    private static String path(String address) {
        try {
            URI uri = URI.create(address);
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return uri.getRawPath() + query;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
