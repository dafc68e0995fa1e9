package dev.moka.hub.console;

import dev.moka.hub.identity.Caller;
import dev.moka.hub.notebook.NotebookInstance;
import dev.moka.hub.web.ErrorPages;
import dev.moka.hub.web.Routes;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

import java.util.List;

/// All pages of the hub, wired to each other.
public final class Console implements Routes, AutoCloseable {
    private final List<Routes> families;
    private final StoppedPages stopped;
    private final ErrorPages errors;
    private final LiveStreams streams;

    public Console(ConsoleParts parts) {
        StaticFiles files = new StaticFiles();
        Flashes flashes = new Flashes();
        Templates templates = new Templates();
        Actions actions = new Actions(flashes);
        Frames frames = new Frames(parts.callers(), parts.xsrf(), flashes, files, parts.clock());
        this.streams = new LiveStreams(parts.changes(), parts.clock());
        InstanceViews views = new InstanceViews(parts.metering(), parts.scriptLimit());
        Kit kit = new Kit(parts, frames, templates, actions, streams, views);
        this.stopped = stopped(kit);
        this.errors = new ConsoleErrors(frames, templates);
        this.families =
                List.of(
                        files,
                        stopped,
                        home(kit),
                        create(kit),
                        instance(kit),
                        change(kit),
                        configs(kit),
                        sets(kit),
                        buckets(kit),
                        objects(kit),
                        signIn(kit),
                        account(kit),
                        admin(kit),
                        users(kit),
                        host(kit));
    }

    /// What every family of pages needs.
    private record Kit(
            ConsoleParts parts,
            Frames frames,
            Templates templates,
            Actions actions,
            LiveStreams streams,
            InstanceViews views) {}

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        families.forEach(family -> family.mount(routes));
    }

    /// Ends what follows the hub live; close this before the server.
    @Override
    public void close() {
        streams.close();
    }

    /// Errors as pages.
    public ErrorPages errors() {
        return errors;
    }

    /// Answers for the JupyterLab of an instance that is not in service.
    public void showStopped(Context context, Caller caller, NotebookInstance instance) {
        stopped.show(context, caller, instance);
    }

    private static StoppedPages stopped(Kit kit) {
        return new StoppedPages(
                kit.parts.callers(),
                kit.parts.instances(),
                kit.views,
                kit.frames,
                kit.templates,
                kit.streams);
    }

    private static Routes home(Kit kit) {
        return new HomePages(
                kit.parts.callers(),
                kit.parts.instances(),
                kit.views,
                kit.parts.capacity(),
                kit.frames,
                kit.templates,
                kit.streams);
    }

    private static Routes create(Kit kit) {
        return new CreatePages(
                kit.parts.callers(),
                kit.parts.instances(),
                specs(kit),
                picker(kit),
                kit.frames,
                kit.templates,
                kit.actions);
    }

    private static Routes instance(Kit kit) {
        return new InstancePages(
                kit.parts.callers(),
                kit.parts.instances(),
                kit.views,
                new KernelViews(kit.parts.kernels()),
                kit.frames,
                kit.templates,
                kit.actions,
                kit.streams);
    }

    private static Routes change(Kit kit) {
        return new ChangePages(
                kit.parts.callers(),
                kit.parts.instances(),
                specs(kit),
                picker(kit),
                new Workspaces(kit.parts.workspace()),
                kit.frames,
                kit.templates,
                kit.actions);
    }

    private static Routes configs(Kit kit) {
        return new LifecycleConfigPages(
                kit.parts.callers(),
                kit.parts.configs(),
                kit.parts.instances(),
                new ScriptTemplates(),
                kit.parts.scriptLimit(),
                kit.frames,
                kit.templates,
                kit.actions);
    }

    private static Routes sets(Kit kit) {
        return new PackageSetPages(
                kit.parts.callers(),
                kit.parts.sets(),
                kit.parts.instances(),
                kit.parts.resolutions(),
                kit.frames,
                kit.templates,
                kit.actions,
                kit.streams);
    }

    private static Routes buckets(Kit kit) {
        return new BucketPages(
                new StorageDesk(kit.parts.callers(), kit.parts.storage()),
                kit.parts.storage(),
                kit.frames,
                kit.templates,
                kit.actions);
    }

    private static Routes objects(Kit kit) {
        return new ObjectPages(
                new StorageDesk(kit.parts.callers(), kit.parts.storage()),
                kit.parts.storage(),
                kit.frames,
                kit.templates);
    }

    private static Routes signIn(Kit kit) {
        return new SignInPages(
                kit.parts.callers(),
                kit.parts.users(),
                kit.parts.sessions(),
                kit.frames,
                kit.templates,
                kit.actions);
    }

    private static Routes account(Kit kit) {
        return new AccountPages(
                kit.parts.callers(),
                kit.parts.users(),
                kit.parts.sessions(),
                kit.parts.tokens(),
                kit.frames,
                kit.templates,
                kit.actions);
    }

    private static Routes admin(Kit kit) {
        return new AdminPages(
                kit.parts.callers(),
                kit.parts.users(),
                kit.parts.instances(),
                kit.views,
                kit.parts.capacity(),
                new Tiles(kit.parts.metering()),
                kit.parts.hostName(),
                kit.frames,
                kit.templates,
                kit.actions,
                kit.streams);
    }

    private static Routes users(Kit kit) {
        return new UserPages(
                kit.parts.callers(),
                kit.parts.users(),
                kit.parts.instances(),
                kit.parts.metering(),
                kit.parts.address(),
                kit.frames,
                kit.templates,
                kit.actions);
    }

    private static Routes host(Kit kit) {
        return new HostPages(
                kit.parts.callers(),
                kit.parts.capacity(),
                kit.parts.hostName(),
                kit.frames,
                kit.templates,
                kit.streams);
    }

    private static SpecForms specs(Kit kit) {
        return new SpecForms(kit.parts.types(), kit.parts.configs(), kit.parts.sets());
    }

    private static TypePicker picker(Kit kit) {
        return new TypePicker(kit.parts.types(), kit.parts.capacity());
    }
}
