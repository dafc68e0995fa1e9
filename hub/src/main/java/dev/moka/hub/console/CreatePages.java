package dev.moka.hub.console;

import dev.moka.hub.console.view.CreateInstancePage;
import dev.moka.hub.console.view.Form;
import dev.moka.hub.console.view.Frame;
import dev.moka.hub.console.view.Section;
import dev.moka.hub.errors.ConflictException;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.notebook.InstanceName;
import dev.moka.hub.notebook.InstanceSpec;
import dev.moka.hub.notebook.NotebookInstance;
import dev.moka.hub.notebook.NotebookInstances;
import dev.moka.hub.web.Callers;
import dev.moka.hub.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The form that makes a notebook instance, which answers while it is filled in.
final class CreatePages implements Routes {
    private static final String[] FIELDS = {
        "name", "instanceType", "lifecycleConfig", "packageSet", "packages"
    };

    private final Callers callers;
    private final NotebookInstances instances;
    private final SpecForms specs;
    private final TypePicker picker;
    private final Frames frames;
    private final Templates templates;
    private final Actions actions;

    CreatePages(
            Callers callers,
            NotebookInstances instances,
            SpecForms specs,
            TypePicker picker,
            Frames frames,
            Templates templates,
            Actions actions) {
        this.callers = callers;
        this.instances = instances;
        this.specs = specs;
        this.picker = picker;
        this.frames = frames;
        this.templates = templates;
        this.actions = actions;
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/instances/new", this::form);
        routes.get("/instances/new/check", this::checkName);
        routes.get("/instances/new/summary", this::summary);
        routes.post("/instances", this::create);
    }

    private void form(Context context) {
        Caller caller = callers.require(context);
        Fields fields = Fields.of(context, FIELDS);
        show(context, caller, fields);
    }

    private void create(Context context) {
        Caller caller = callers.require(context);
        Fields fields = Fields.of(context, FIELDS);
        Optional<InstanceName> name = fields.read("name", InstanceName::new);
        Optional<InstanceSpec> spec = specs.read(caller, fields);
        Optional<NotebookInstance> made =
                fields.attempt(
                        "name",
                        () -> instances.create(caller, name.orElseThrow(), spec.orElseThrow()));
        made.ifPresentOrElse(
                instance -> actions.go(context, InstanceViews.path(instance.key())),
                () -> show(context.status(400), caller, fields));
    }

    private void checkName(Context context) {
        Caller caller = callers.require(context);
        Fields fields = Fields.of(context, FIELDS);
        fields.read(
                "name", value -> value.isEmpty() ? value : free(caller, new InstanceName(value)));
        Frame frame = frames.silent(context, Section.NOTEBOOKS);
        context.html(templates.fill("part/name-below", "page", page(caller, frame, fields)));
    }

    private void summary(Context context) {
        Caller caller = callers.require(context);
        Fields fields = Fields.of(context, FIELDS);
        Frame frame = frames.silent(context, Section.NOTEBOOKS);
        context.html(templates.fill("part/summary", "page", page(caller, frame, fields)));
    }

    private void show(Context context, Caller caller, Fields fields) {
        Frame frame = frames.of(context, "Create notebook instance", Section.NOTEBOOKS);
        templates.show(context, "instance-new", page(caller, frame, fields));
    }

    private CreateInstancePage page(Caller caller, Frame frame, Fields fields) {
        Form form = fields.form();
        String type = fields.has("instanceType") ? fields.value("instanceType") : TypePicker.USUAL;
        return new CreateInstancePage(
                frame,
                form,
                fields.has("name") && form.error("name") == null,
                suggestions(caller),
                picker.families(type),
                specs.lifecycleConfigs(caller, fields.value("lifecycleConfig")),
                specs.packageSets(caller, fields.value("packageSet")),
                picker.summary(type),
                picker.host());
    }

    private String free(Caller caller, InstanceName name) {
        if (taken(caller).contains(name.value().toLowerCase(Locale.ROOT))) {
            throw new ConflictException(
                    "You have a notebook instance named '%s' already; choose another name"
                            .formatted(name));
        }
        return name.value();
    }

    private List<String> suggestions(Caller caller) {
        Set<String> taken = taken(caller);
        Stream<String> numbered = Stream.iterate(1, n -> n + 1).map(n -> "notebook-" + n);
        return Stream.concat(Stream.of("first-steps", "penguins"), numbered)
                .filter(name -> !taken.contains(name))
                .limit(3)
                .toList();
    }

    private Set<String> taken(Caller caller) {
        return instances.list(caller).stream()
                .map(details -> details.instance().key().name().value().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
