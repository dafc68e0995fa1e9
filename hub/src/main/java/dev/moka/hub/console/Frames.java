package dev.moka.hub.console;

import dev.moka.hub.console.view.Assets;
import dev.moka.hub.console.view.Flash;
import dev.moka.hub.console.view.Frame;
import dev.moka.hub.console.view.Person;
import dev.moka.hub.console.view.Section;
import dev.moka.hub.web.Callers;
import dev.moka.hub.web.Xsrf;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes what stands around a page from the request: who looks, in which theme and time zone, with
/// which message.
final class Frames {
    private static final Set<String> THEMES = Set.of("light", "dark");

    private final Callers callers;
    private final Xsrf xsrf;
    private final Flashes flashes;
    private final Assets assets;
    private final Clock clock;

    Frames(Callers callers, Xsrf xsrf, Flashes flashes, Assets assets, Clock clock) {
        this.callers = callers;
        this.xsrf = xsrf;
        this.flashes = flashes;
        this.assets = assets;
        this.clock = clock;
    }

    Frame of(Context context, String title, Section section) {
        return frame(context, title, section, flashes.take(context));
    }

    /// For parts of a page, which leave the message to the page.
    Frame silent(Context context, Section section) {
        return frame(context, "", section, List.of());
    }

    private Frame frame(Context context, String title, Section section, List<Flash> messages) {
        Person viewer =
                callers.find(context)
                        .map(caller -> new Person(caller.name().value(), caller.isAdmin()))
                        .orElse(null);
        String theme = context.cookie("moka_theme");
        return new Frame(
                title,
                section,
                viewer,
                theme != null && THEMES.contains(theme) ? theme : "",
                xsrf.token(context),
                messages,
                assets);
    }

    /// How moments are told to whoever asks.
    Moments moments(Context context) {
        return new Moments(clock.instant(), zone(context.cookie("moka_zone")));
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null || name.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneId.systemDefault();
        }
    }
}
