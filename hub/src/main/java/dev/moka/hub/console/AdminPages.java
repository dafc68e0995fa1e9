package dev.moka.hub.console;

import dev.moka.hub.changes.Change;
import dev.moka.hub.console.view.AdminPage;
import dev.moka.hub.console.view.ConfirmPage;
import dev.moka.hub.console.view.Form;
import dev.moka.hub.console.view.Frame;
import dev.moka.hub.console.view.InstanceRow;
import dev.moka.hub.console.view.Link;
import dev.moka.hub.console.view.Section;
import dev.moka.hub.console.view.Tone;
import dev.moka.hub.errors.ApiException;
import dev.moka.hub.host.HostCapacity;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.identity.Users;
import dev.moka.hub.notebook.InstanceDetails;
import dev.moka.hub.notebook.InstanceKey;
import dev.moka.hub.notebook.NotebookInstances;
import dev.moka.hub.web.Callers;
import dev.moka.hub.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// Everybody's notebook instances, live, with what an administrator may do to several at once.
final class AdminPages implements Routes {
    private final Callers callers;
    private final Users users;
    private final NotebookInstances instances;
    private final InstanceViews views;
    private final HostCapacity capacity;
    private final Tiles tiles;
    private final String hostName;
    private final Frames frames;
    private final Templates templates;
    private final Actions actions;
    private final LiveStreams streams;

    AdminPages(
            Callers callers,
            Users users,
            NotebookInstances instances,
            InstanceViews views,
            HostCapacity capacity,
            Tiles tiles,
            String hostName,
            Frames frames,
            Templates templates,
            Actions actions,
            LiveStreams streams) {
        this.callers = callers;
        this.users = users;
        this.instances = instances;
        this.views = views;
        this.capacity = capacity;
        this.tiles = tiles;
        this.hostName = hostName;
        this.frames = frames;
        this.templates = templates;
        this.actions = actions;
        this.streams = streams;
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/admin", this::list);
        routes.get("/admin/live", this::live);
        routes.post("/admin/instances", this::act);
        routes.post("/admin/instances/delete", this::delete);
    }

    private void list(Context context) {
        Caller caller = admin(context);
        Frame frame = frames.of(context, "Instances of everyone", Section.ADMIN);
        templates.show(context, "admin", page(context, caller, frame));
    }

    private void live(Context context) {
        Caller caller = admin(context);
        Frame frame = frames.silent(context, Section.ADMIN);
        streams.follow(
                context,
                change -> change instanceof Change.InstanceChanged,
                () -> parts(page(context, caller, frame)));
    }

    private String parts(AdminPage page) {
        return templates.fill("part/tiles", "tiles", page.tiles())
                + templates.fill("part/admin-instances", "page", page);
    }

    private void act(Context context) {
        Caller caller = admin(context);
        List<InstanceKey> chosen = chosen(context);
        switch (Objects.requireNonNullElse(context.formParam("do"), "")) {
            case "delete" -> ask(context, chosen);
            default -> {
                each(context, chosen, "Stopped", key -> instances.stop(caller, key));
                actions.go(context, "/admin");
            }
        }
    }

    private void ask(Context context, List<InstanceKey> chosen) {
        List<String> names = chosen.stream().map(InstanceKey::toString).toList();
        templates.show(
                context,
                "confirm",
                new ConfirmPage(
                        frames.of(context, "Delete instances", Section.ADMIN),
                        List.of(Link.to("Instances of everyone", "/admin")),
                        "Delete " + Words.count(chosen.size(), "instance"),
                        "/admin/instances/delete",
                        names,
                        "These will be gone from their owners’ lists:",
                        names,
                        "The files go to the trash folder of the hub. Instances that run are not"
                                + " deleted; stop them first.",
                        "",
                        "Delete " + Words.count(chosen.size(), "instance"),
                        "/admin",
                        Form.empty()));
    }

    private void delete(Context context) {
        Caller caller = admin(context);
        each(context, chosen(context), "Deleted", key -> instances.delete(caller, key));
        actions.go(context, "/admin");
    }

    /// Does something to each and says of how many it was true, and why not of the others.
    private void each(
            Context context, List<InstanceKey> chosen, String done, Consumer<InstanceKey> action) {
        List<String> refusals = new ArrayList<>();
        for (InstanceKey key : chosen) {
            try {
                action.accept(key);
            } catch (ApiException e) {
                refusals.add(e.text());
            }
        }
        int count = chosen.size() - refusals.size();
        String said = "%s %s.".formatted(done, Words.count(count, "instance"));
        actions.tell(
                context,
                refusals.isEmpty() ? Tone.OK : Tone.BAD,
                refusals.isEmpty() ? said : said + " " + String.join(". ", refusals));
    }

    private AdminPage page(Context context, Caller caller, Frame frame) {
        String filter = Objects.requireNonNullElse(context.queryParam("q"), "");
        String order = Objects.requireNonNullElse(context.queryParam("sort"), "");
        AdminTable table = AdminTable.of(filter, order);
        Moments moments = frames.moments(context);
        List<InstanceDetails> all = instances.listAll(caller);
        List<InstanceRow> rows =
                table.arrange(all).stream()
                        .map(details -> views.row(details, moments, moments.startOfDay()))
                        .filter(table::accepts)
                        .toList();
        return new AdminPage(
                frame,
                "host %s · memory and CPU limits are JVM flags, not a sandbox".formatted(hostName),
                tiles.of(all, users.list(caller), capacity.reading(), moments),
                filter,
                order,
                table.columns(),
                rows,
                "/admin/live?" + table.query(order));
    }

    private Caller admin(Context context) {
        Caller caller = callers.require(context);
        caller.requireAdmin("see the instances of everyone");
        return caller;
    }

    private static List<InstanceKey> chosen(Context context) {
        return context.formParams("instance").stream()
                .map(value -> value.split("/", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> InstanceKey.of(parts[0], parts[1]))
                .toList();
    }
}
