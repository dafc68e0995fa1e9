package dev.moka.hub.console;

import dev.moka.hub.changes.Change;
import dev.moka.hub.console.view.Frame;
import dev.moka.hub.console.view.InstanceRow;
import dev.moka.hub.console.view.Section;
import dev.moka.hub.console.view.StoppedPage;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.notebook.InstanceDetails;
import dev.moka.hub.notebook.InstanceKey;
import dev.moka.hub.notebook.InstanceStatus;
import dev.moka.hub.notebook.NotebookInstance;
import dev.moka.hub.notebook.NotebookInstances;
import dev.moka.hub.web.Callers;
import dev.moka.hub.web.Routes;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.time.Duration;

/// Stands in for the JupyterLab of an instance that is not in service: offers to start it, shows
/// how that goes, and goes on by itself.
final class StoppedPages implements Routes {
    private static final Duration PACE = Duration.ofSeconds(1);

    private final Callers callers;
    private final NotebookInstances instances;
    private final InstanceViews views;
    private final StartLogReader logs;
    private final Frames frames;
    private final Templates templates;
    private final LiveStreams streams;

    StoppedPages(
            Callers callers,
            NotebookInstances instances,
            InstanceViews views,
            Frames frames,
            Templates templates,
            LiveStreams streams) {
        this.callers = callers;
        this.instances = instances;
        this.views = views;
        this.logs = new StartLogReader(instances);
        this.frames = frames;
        this.templates = templates;
        this.streams = streams;
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/instances/{owner}/{name}/waiting", this::live);
    }

    /// Answers a request for the JupyterLab of an instance that is not in service.
    void show(Context context, Caller caller, NotebookInstance instance) {
        Frame frame = frames.of(context, instance.key().name().value(), Section.NOTEBOOKS);
        context.status(HttpStatus.SERVICE_UNAVAILABLE);
        templates.show(
                context,
                "stopped",
                page(
                        instances.details(caller, instance.key()),
                        StartLogText.EMPTY,
                        frame,
                        context));
    }

    private void live(Context context) {
        Caller caller = callers.require(context);
        InstanceKey key = InstancePages.key(context);
        Frame frame = frames.silent(context, Section.NOTEBOOKS);
        instances.describe(caller, key);
        streams.run(
                context,
                change ->
                        change.equals(
                                new Change.InstanceChanged(
                                        key.owner().value(), key.name().value())),
                live -> turn(live, instances.details(caller, key), caller, frame, context));
    }

    private Duration turn(
            Live live, InstanceDetails details, Caller caller, Frame frame, Context context)
            throws IOException, InterruptedException {
        if (details.instance().inService()) {
            live.event("go", "", InstanceViews.lab(details.instance().key()));
            return PACE;
        }
        StartLogText log = logs.all(caller, details.instance());
        live.show(templates.fill("part/waiting", "page", page(details, log, frame, context)));
        return PACE;
    }

    private StoppedPage page(
            InstanceDetails details, StartLogText log, Frame frame, Context context) {
        Moments moments = frames.moments(context);
        NotebookInstance instance = details.instance();
        InstanceRow row = views.row(details, moments, moments.startOfMonth());
        boolean starting = instance.status() instanceof InstanceStatus.Pending;
        return new StoppedPage(
                frame,
                row.name(),
                row.path(),
                row.lab(),
                text(instance.status()),
                row.can().start(),
                starting,
                new StartProgress(instance, log, moments, views.scriptLimit()).steps(),
                row.path() + "/waiting");
    }

    private static String text(InstanceStatus status) {
        return switch (status) {
            case InstanceStatus.Pending _ -> "This notebook instance is starting.";
            case InstanceStatus.Stopped _ ->
                    "This notebook instance is stopped. Its files are all there.";
            case InstanceStatus.Failed(_, var step, var reason) ->
                    "The last start failed %s: %s"
                            .formatted(
                                    step == null ? "" : "at " + step.word(),
                                    InstanceViews.inOneLine(reason))
                            .replace(" :", ":");
            case InstanceStatus.Stopping _ -> "This notebook instance is being stopped.";
            case InstanceStatus.Updating _ -> "This notebook instance is being changed.";
            case InstanceStatus.Deleting _ -> "This notebook instance is being deleted.";
            case InstanceStatus.InService _ -> "This notebook instance is ready.";
        };
    }
}
