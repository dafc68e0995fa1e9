package dev.moka.hub.console;

import dev.moka.hub.console.view.HostPage;
import dev.moka.hub.console.view.HostPage.Limit;
import dev.moka.hub.console.view.Section;
import dev.moka.hub.console.view.Status;
import dev.moka.hub.console.view.Tile;
import dev.moka.hub.console.view.Tone;
import dev.moka.hub.host.HostCapacity;
import dev.moka.hub.host.HostReading;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.web.Callers;
import dev.moka.hub.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;

/// What the machine has, and which limits of an instance type something really holds.
final class HostPages implements Routes {
    private static final Status FLAG = new Status("by JVM flag", Tone.WAIT, "");
    private static final Status OPEN = new Status("not enforced", Tone.BAD, "");
    private static final List<Limit> LIMITS =
            List.of(
                    new Limit(
                            "Memory of kernels",
                            FLAG,
                            "The heap of each kernel ends where the type’s memory does. Memory that"
                                + " Java takes outside the heap, and the sum over several kernels"
                                + " of an instance, are not limited."),
                    new Limit(
                            "Processors of kernels",
                            FLAG,
                            "Java in a kernel sees and uses as many processors as the type has on"
                                    + " this machine. Programs that a kernel starts may use all."),
                    new Limit(
                            "Lifecycle scripts and terminals",
                            OPEN,
                            "They run as the hub’s own user without limits, except for the time of"
                                    + " a script."),
                    new Limit(
                            "Files of other people",
                            OPEN,
                            "All kernels run as the hub’s own user, so that code can read what that"
                                    + " user can. Let only people in who trust each other."),
                    new Limit("Network", OPEN, "Kernels reach whatever this machine reaches."),
                    new Limit(
                            "Types beyond this machine",
                            new Status("cut to fit", Tone.OK, ""),
                            "A type that is larger than the machine starts with what is there; its"
                                    + " log and its page say so."));

    private final Callers callers;
    private final HostCapacity capacity;
    private final String hostName;
    private final Frames frames;
    private final Templates templates;
    private final LiveStreams streams;

    HostPages(
            Callers callers,
            HostCapacity capacity,
            String hostName,
            Frames frames,
            Templates templates,
            LiveStreams streams) {
        this.callers = callers;
        this.capacity = capacity;
        this.hostName = hostName;
        this.frames = frames;
        this.templates = templates;
        this.streams = streams;
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/admin/host", this::host);
        routes.get("/admin/host/live", this::live);
    }

    private void host(Context context) {
        Caller caller = callers.require(context);
        caller.requireAdmin("see the host");
        templates.show(
                context,
                "admin-host",
                new HostPage(
                        frames.of(context, "Host and limits", Section.ADMIN),
                        "%s · %s · Java %s"
                                .formatted(
                                        hostName,
                                        System.getProperty("os.name"),
                                        Runtime.version().feature()),
                        tiles(),
                        LIMITS));
    }

    private void live(Context context) {
        Caller caller = callers.require(context);
        caller.requireAdmin("see the host");
        streams.follow(context, _ -> false, () -> templates.fill("part/tiles", "tiles", tiles()));
    }

    private List<Tile> tiles() {
        HostReading host = capacity.reading();
        return List.of(
                Tiles.cpu(host),
                Tiles.memory(host),
                Tiles.disk(host),
                new Tile(
                        "Processors",
                        String.valueOf(host.cpus()),
                        null,
                        "shared by all instances"));
    }
}
