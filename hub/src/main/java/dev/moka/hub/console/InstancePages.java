package dev.moka.hub.console;

import dev.moka.hub.changes.Change;
import dev.moka.hub.console.view.Frame;
import dev.moka.hub.console.view.InstancePage;
import dev.moka.hub.console.view.InstanceRow;
import dev.moka.hub.console.view.KernelRow;
import dev.moka.hub.console.view.Section;
import dev.moka.hub.console.view.Step;
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.notebook.InstanceDetails;
import dev.moka.hub.notebook.InstanceKey;
import dev.moka.hub.notebook.InstanceSpec;
import dev.moka.hub.notebook.NotebookInstance;
import dev.moka.hub.notebook.NotebookInstances;
import dev.moka.hub.notebook.StartLogChunk;
import dev.moka.hub.web.Callers;
import dev.moka.hub.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One notebook instance: how its start goes, its log, its kernels and packages, and its buttons.
final class InstancePages implements Routes {
    private static final int MOST_LINES = 2_000;
    private static final Duration LOG_PATIENCE = Duration.ofMillis(500);
    private static final Duration PACE = Duration.ofSeconds(2);

    private final Callers callers;
    private final NotebookInstances instances;
    private final InstanceViews views;
    private final KernelViews kernels;
    private final StartLogReader logs;
    private final Frames frames;
    private final Templates templates;
    private final Actions actions;
    private final LiveStreams streams;

    InstancePages(
            Callers callers,
            NotebookInstances instances,
            InstanceViews views,
            KernelViews kernels,
            Frames frames,
            Templates templates,
            Actions actions,
            LiveStreams streams) {
        this.callers = callers;
        this.instances = instances;
        this.views = views;
        this.kernels = kernels;
        this.logs = new StartLogReader(instances);
        this.frames = frames;
        this.templates = templates;
        this.actions = actions;
        this.streams = streams;
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/instances/{owner}/{name}", this::describe);
        routes.get("/instances/{owner}/{name}/log.txt", this::log);
        routes.get("/instances/{owner}/{name}/live", this::live);
        routes.post("/instances/{owner}/{name}/start", this::start);
        routes.post("/instances/{owner}/{name}/stop", this::stop);
    }

    static InstanceKey key(Context context) {
        return InstanceKey.of(context.pathParam("owner"), context.pathParam("name"));
    }

    private void describe(Context context) throws InterruptedException {
        Caller caller = callers.require(context);
        InstanceDetails details = instances.details(caller, key(context));
        StartLogText log = logs.all(caller, details.instance());
        Frame frame =
                frames.of(context, details.instance().key().name().value(), Section.NOTEBOOKS);
        Moments moments = frames.moments(context);
        InstancePage page = page(caller, details, log, frame, moments);
        templates.show(context, "instance", page.with(log.lines(MOST_LINES, moments)));
    }

    private void log(Context context) throws InterruptedException {
        Caller caller = callers.require(context);
        NotebookInstance instance = instances.describe(caller, key(context));
        String text = logs.all(caller, instance).text();
        context.header(
                "Content-Disposition",
                "attachment; filename=\"%s-start-%d.log\""
                        .formatted(instance.key().name(), instance.starts()));
        context.contentType("text/plain; charset=utf-8").result(text);
    }

    private void start(Context context) {
        Caller caller = callers.require(context);
        InstanceKey key = key(context);
        String then = actions.back(context, InstanceViews.path(key));
        actions.perform(context, then, "", () -> instances.start(caller, key));
    }

    private void stop(Context context) {
        Caller caller = callers.require(context);
        InstanceKey key = key(context);
        String then = actions.back(context, InstanceViews.path(key));
        actions.perform(context, then, "", () -> instances.stop(caller, key));
    }

    private void live(Context context) {
        Caller caller = callers.require(context);
        InstanceKey key = key(context);
        LogFollower follower =
                new LogFollower(
                        context,
                        caller,
                        instances.describe(caller, key),
                        Objects.requireNonNullElse(context.queryParam("after"), ""));
        streams.run(context, change -> isAbout(change, key), follower::turn);
    }

    private static boolean isAbout(Change change, InstanceKey key) {
        return change.equals(new Change.InstanceChanged(key.owner().value(), key.name().value()));
    }

    /// Brings a page up to date: what changed about the instance, then what its log says since.
    private final class LogFollower {
        private final Context context;
        private final Caller caller;
        private final InstanceKey key;
        private final Frame frame;
        private int start;
        private long position;
        private StartLogText log = StartLogText.EMPTY;

        private LogFollower(
                Context context, Caller caller, NotebookInstance instance, String after) {
            this.context = context;
            this.caller = caller;
            this.key = instance.key();
            this.frame = frames.silent(context, Section.NOTEBOOKS);
            String[] parts = after.split("-", -1);
            boolean known = after.matches("\\d{1,9}-\\d{1,12}");
            this.start = known ? Integer.parseInt(parts[0]) : -1;
            this.position = known ? Long.parseLong(parts[1]) : 0;
        }

        Duration turn(Live live) throws IOException, InterruptedException {
            InstanceDetails details;
            try {
                details = instances.details(caller, key);
            } catch (ResourceNotFound e) {
                live.event("go", "", "/");
                return PACE;
            }
            NotebookInstance instance = details.instance();
            Moments moments = frames.moments(context);
            boolean another = instance.starts() != start;
            if (another) {
                start = instance.starts();
                position = 0;
            }
            if (another || log.text().isEmpty()) {
                log = logs.all(caller, instance);
            }
            InstancePage page = page(caller, details, log, frame, moments);
            if (another) {
                live.event("show", "", templates.fill("part/log", "page", page));
            }
            live.show(parts(page));
            return tell(live, logs.next(caller, instance, position, LOG_PATIENCE), moments);
        }

        private Duration tell(Live live, StartLogChunk chunk, Moments moments) throws IOException {
            if (chunk.text().isEmpty()) {
                return chunk.complete() ? PACE : Duration.ZERO;
            }
            position = chunk.position();
            log = log.and(chunk.text(), position);
            live.event(
                    "line",
                    start + "-" + position,
                    templates.fill(
                            "part/lines",
                            "lines",
                            new StartLogText(chunk.text(), position).lines(MOST_LINES, moments)));
            return Duration.ZERO;
        }
    }

    private String parts(InstancePage page) {
        return templates.fill("part/instance-head", "page", page)
                + templates.fill("part/steps", "steps", page.steps())
                + templates.fill("part/kernels", "kernels", page.kernels())
                + templates.fill(
                        "part/packages",
                        Map.of("packages", page.packages(), "lead", page.packagesLead()))
                + templates.fill("part/instance-details", "page", page);
    }

    private InstancePage page(
            Caller caller,
            InstanceDetails details,
            StartLogText log,
            Frame frame,
            Moments moments) {
        NotebookInstance instance = details.instance();
        InstanceRow row = views.row(details, moments, moments.startOfMonth());
        List<Step> steps = new StartProgress(instance, log, moments, views.scriptLimit()).steps();
        List<KernelRow> running = kernels.of(details, moments);
        return new InstancePage(
                frame,
                row,
                !caller.name().equals(instance.key().owner()),
                steps,
                instance.starts() == 0 ? "Log" : "Log of start %d".formatted(instance.starts()),
                "Nothing has been written yet.",
                List.of(),
                running,
                PackageRows.of(instance.lock().requested(), instance.lock().packages()),
                packagesLead(instance),
                InstanceFacts.of(details, moments),
                "%s/live?after=%d-%d".formatted(row.path(), instance.starts(), log.position()));
    }

    private static String packagesLead(NotebookInstance instance) {
        InstanceSpec spec = instance.spec();
        boolean wanted = spec.packageSet() != null || !spec.packages().isEmpty();
        if (instance.lock().packages().isEmpty()) {
            return wanted ? "resolved at the next start" : "only those that come with the kernel";
        }
        return PackageRows.lead(instance.lock().packages()) + " · locked";
    }
}
