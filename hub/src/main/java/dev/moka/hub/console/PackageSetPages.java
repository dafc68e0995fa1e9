package dev.moka.hub.console;

import dev.moka.hub.console.view.ConfirmPage;
import dev.moka.hub.console.view.Form;
import dev.moka.hub.console.view.Frame;
import dev.moka.hub.console.view.Link;
import dev.moka.hub.console.view.PackageSetPage;
import dev.moka.hub.console.view.PackageSetsPage;
import dev.moka.hub.console.view.Section;
import dev.moka.hub.console.view.Tone;
import dev.moka.hub.errors.ValidationException;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.notebook.NotebookInstances;
import dev.moka.hub.notebook.PackageCoordinate;
import dev.moka.hub.notebook.PackageSet;
import dev.moka.hub.notebook.PackageSets;
import dev.moka.hub.web.Callers;
import dev.moka.hub.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Package sets: the list, the editor that checks each line, resolution with progress, and
/// deletion.
final class PackageSetPages implements Routes {
    private static final String LIST = "/package-sets";
    private static final String EXAMPLE =
            """
            # Data frames
            tech.tablesaw:tablesaw-core:0.44.4
            # Charts
            org.knowm.xchart:xchart:4.0.3
            """;
    private static final String[] FIELDS = {"name", "coordinates", "shared", "then"};

    private final Callers callers;
    private final PackageSets sets;
    private final NotebookInstances instances;
    private final Resolutions resolutions;
    private final Frames frames;
    private final Templates templates;
    private final Actions actions;
    private final LiveStreams streams;

    PackageSetPages(
            Callers callers,
            PackageSets sets,
            NotebookInstances instances,
            Resolutions resolutions,
            Frames frames,
            Templates templates,
            Actions actions,
            LiveStreams streams) {
        this.callers = callers;
        this.sets = sets;
        this.instances = instances;
        this.resolutions = resolutions;
        this.frames = frames;
        this.templates = templates;
        this.actions = actions;
        this.streams = streams;
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get(LIST, this::list);
        routes.get(LIST + "/new", this::form);
        routes.post(LIST, this::create);
        routes.post(LIST + "/check", this::check);
        routes.get(LIST + "/{name}", this::edit);
        routes.post(LIST + "/{name}", this::save);
        routes.post(LIST + "/{name}/resolve", this::resolve);
        routes.get(LIST + "/{name}/live", this::live);
        routes.get(LIST + "/{name}/delete", this::ask);
        routes.post(LIST + "/{name}/delete", this::delete);
    }

    private void list(Context context) {
        Caller caller = callers.require(context);
        Usage usage = Usage.of(instances, caller);
        Moments moments = frames.moments(context);
        List<PackageSetsPage.Row> rows =
                sets.list(caller).stream().map(set -> row(set, caller, usage, moments)).toList();
        templates.show(
                context,
                "package-sets",
                new PackageSetsPage(
                        frames.of(context, "Package sets", Section.PACKAGE_SETS), rows));
    }

    private static PackageSetsPage.Row row(
            PackageSet set, Caller caller, Usage usage, Moments moments) {
        boolean mine = set.owner().equals(caller.name());
        String by = mine ? "shared with everybody" : "shared by " + set.owner();
        return new PackageSetsPage.Row(
                set.name(),
                path(set.name()),
                set.shared() ? by : "",
                mine,
                set.coordinates().stream().map(PackageCoordinate::value).toList(),
                usage.ofSet(set.name()),
                moments.at(set.changedAt()));
    }

    private void form(Context context) {
        Caller caller = callers.require(context);
        boolean example = "tablesaw".equals(context.queryParam("example"));
        Map<String, String> values =
                example ? Map.of("name", "tablesaw-and-xchart", "coordinates", EXAMPLE) : Map.of();
        show(context, caller, Optional.empty(), Form.of(values));
    }

    private void check(Context context) {
        Caller caller = callers.require(context);
        Form form = Fields.of(context, FIELDS).form();
        context.html(
                templates.fill(
                        "part/coordinates-below",
                        "page",
                        page(
                                frames.silent(context, Section.PACKAGE_SETS),
                                caller,
                                Optional.empty(),
                                form)));
    }

    private void create(Context context) {
        Caller caller = callers.require(context);
        Fields fields = Fields.of(context, FIELDS);
        Optional<List<PackageCoordinate>> coordinates = coordinates(fields);
        Optional<PackageSet> made =
                fields.attempt(
                        "name",
                        () ->
                                sets.create(
                                        caller,
                                        fields.value("name"),
                                        coordinates.orElseThrow(),
                                        fields.has("shared")));
        made.ifPresentOrElse(
                set -> saved(context, set, fields.value("then")),
                () -> show(context.status(400), caller, Optional.empty(), fields.form()));
    }

    private void edit(Context context) {
        Caller caller = callers.require(context);
        PackageSet set = sets.describe(caller, context.pathParam("name"));
        Map<String, String> values = new LinkedHashMap<>();
        values.put(
                "coordinates",
                set.coordinates().stream()
                        .map(PackageCoordinate::value)
                        .collect(Collectors.joining("\n")));
        values.put("shared", set.shared() ? "true" : "");
        show(context, caller, Optional.of(set), Form.of(values));
    }

    private void save(Context context) {
        Caller caller = callers.require(context);
        PackageSet set = sets.describe(caller, context.pathParam("name"));
        Fields fields = Fields.of(context, FIELDS);
        Optional<List<PackageCoordinate>> coordinates = coordinates(fields);
        Optional<PackageSet> changed =
                fields.attempt(
                        "coordinates",
                        () ->
                                sets.update(
                                        caller,
                                        set.name(),
                                        coordinates.orElseThrow(),
                                        fields.has("shared")));
        changed.ifPresentOrElse(
                now -> saved(context, now, fields.value("then")),
                () -> show(context.status(400), caller, Optional.of(set), fields.form()));
    }

    /// Lines that are wrong are told one by one below the field.
    private static Optional<List<PackageCoordinate>> coordinates(Fields fields) {
        List<PackageSetPage.LineError> wrong = CoordinateLines.errors(fields.value("coordinates"));
        return fields.read(
                "coordinates",
                text -> {
                    if (!wrong.isEmpty()) {
                        throw new ValidationException("Nothing was saved:");
                    }
                    return PackageCoordinate.parseLines(text);
                });
    }

    private void saved(Context context, PackageSet set, String then) {
        resolutions.forget(set);
        if (then.equals("resolve")) {
            resolutions.start(set);
            actions.go(context, path(set.name()));
            return;
        }
        actions.tell(context, Tone.OK, "Saved " + set.name() + ".");
        actions.go(context, LIST);
    }

    private void resolve(Context context) {
        Caller caller = callers.require(context);
        PackageSet set = sets.describe(caller, context.pathParam("name"));
        actions.perform(context, path(set.name()), "", () -> resolutions.start(set));
    }

    private void live(Context context) {
        Caller caller = callers.require(context);
        String name = context.pathParam("name");
        Frame frame = frames.silent(context, Section.PACKAGE_SETS);
        streams.follow(
                context,
                caller::hears,
                () ->
                        templates.fill(
                                "part/resolution",
                                "page",
                                page(
                                        frame,
                                        caller,
                                        Optional.of(sets.describe(caller, name)),
                                        Form.empty())));
    }

    private void ask(Context context) {
        Caller caller = callers.require(context);
        confirm(context, sets.describe(caller, context.pathParam("name")), Form.empty());
    }

    private void delete(Context context) {
        Caller caller = callers.require(context);
        PackageSet set = sets.describe(caller, context.pathParam("name"));
        Fields fields = Fields.of(context, "confirm");
        fields.read("confirm", typed -> Confirmations.require(set.name(), typed));
        Optional<String> gone =
                fields.attempt(
                        "confirm",
                        () -> {
                            sets.delete(caller, set.name());
                            return set.name();
                        });
        gone.ifPresentOrElse(
                name -> {
                    actions.tell(context, Tone.OK, "Deleted " + name + ".");
                    actions.go(context, LIST);
                },
                () -> confirm(context.status(400), set, fields.form()));
    }

    private void confirm(Context context, PackageSet set, Form form) {
        templates.show(
                context,
                "confirm",
                new ConfirmPage(
                        frames.of(context, "Delete " + set.name(), Section.PACKAGE_SETS),
                        List.of(
                                Link.to("Package sets", LIST),
                                Link.to(set.name(), path(set.name()))),
                        "Delete " + set.name(),
                        path(set.name()) + "/delete",
                        List.of(),
                        "This will be gone for good:",
                        List.of("the list of " + Words.count(set.coordinates().size(), "package")),
                        "The files of the packages stay in the shared cache.",
                        set.name(),
                        "Delete package set",
                        LIST,
                        form));
    }

    private void show(Context context, Caller caller, Optional<PackageSet> set, Form form) {
        Frame frame = frames.of(context, heading(set), Section.PACKAGE_SETS);
        templates.show(context, "package-set", page(frame, caller, set, form));
    }

    private static String heading(Optional<PackageSet> set) {
        return set.map(PackageSet::name).orElse("Create package set");
    }

    private PackageSetPage page(Frame frame, Caller caller, Optional<PackageSet> set, Form form) {
        String name = set.map(PackageSet::name).orElse("");
        return new PackageSetPage(
                frame,
                heading(set),
                set.isPresent() ? path(name) : LIST,
                set.isEmpty(),
                set.map(s -> s.owner().equals(caller.name())).orElse(true),
                caller.isAdmin(),
                form,
                CoordinateLines.errors(form.value("coordinates")),
                CoordinateLines.count(form.value("coordinates")),
                Usage.of(instances, caller).ofSet(name),
                ResolutionViews.of(set.flatMap(resolutions::of)),
                path(name) + "/live");
    }

    private static String path(String name) {
        return LIST + "/" + name;
    }
}
