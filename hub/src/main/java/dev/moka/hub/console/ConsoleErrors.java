package dev.moka.hub.console;

import dev.moka.hub.console.view.ErrorPage;
import dev.moka.hub.console.view.Link;
import dev.moka.hub.console.view.Section;
import dev.moka.hub.web.ErrorAnswer;
import dev.moka.hub.web.ErrorPages;
import io.javalin.http.Context;
import java.util.List;

/// Shows an error as a page in the style of the others, with a way on.
final class ConsoleErrors implements ErrorPages {
    private final Frames frames;
    private final Templates templates;

    ConsoleErrors(Frames frames, Templates templates) {
        this.frames = frames;
        this.templates = templates;
    }

    @Override
    public void show(Context context, int status, ErrorAnswer error) {
        templates.show(
                context,
                "error",
                new ErrorPage(
                        frames.of(context, heading(status), Section.OTHER),
                        String.valueOf(status),
                        heading(status),
                        error.message(),
                        links(status, context.path()),
                        status >= 500 ? error.requestId() : ""));
    }

    private static String heading(int status) {
        return switch (status) {
            case 400 -> "That can’t be used";
            case 401 -> "Please sign in";
            case 403 -> "You may not do this";
            case 404 -> "There is nothing here";
            case 405 -> "That is not possible here";
            case 409 -> "Not now";
            case 413 -> "That is too large";
            case 429 -> "Too much at once";
            default -> status >= 500 ? "The hub made a mistake" : "That did not work";
        };
    }

    private static List<Link> links(int status, String path) {
        Link home = new Link("All instances", "/", "primary");
        return switch (status) {
            case 401 -> List.of(new Link("Sign in", "/sign-in", "primary"));
            case 403, 500 -> List.of(home, Link.to("Try again", path));
            default -> List.of(home);
        };
    }
}
