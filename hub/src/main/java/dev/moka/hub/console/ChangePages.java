package dev.moka.hub.console;

import dev.moka.hub.console.view.ChangeInstancePage;
import dev.moka.hub.console.view.ConfirmPage;
import dev.moka.hub.console.view.Form;
import dev.moka.hub.console.view.Link;
import dev.moka.hub.console.view.Section;
import dev.moka.hub.console.view.Tone;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.notebook.InstanceDetails;
import dev.moka.hub.notebook.InstanceKey;
import dev.moka.hub.notebook.InstanceSpec;
import dev.moka.hub.notebook.NotebookInstance;
import dev.moka.hub.notebook.NotebookInstances;
import dev.moka.hub.web.Callers;
import dev.moka.hub.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Optional;

/// Changing and deleting a stopped instance.
final class ChangePages implements Routes {
    private static final String[] FIELDS = {
        "instanceType", "lifecycleConfig", "packageSet", "packages"
    };

    private final Callers callers;
    private final NotebookInstances instances;
    private final SpecForms specs;
    private final TypePicker picker;
    private final Workspaces workspaces;
    private final Frames frames;
    private final Templates templates;
    private final Actions actions;

    ChangePages(
            Callers callers,
            NotebookInstances instances,
            SpecForms specs,
            TypePicker picker,
            Workspaces workspaces,
            Frames frames,
            Templates templates,
            Actions actions) {
        this.callers = callers;
        this.instances = instances;
        this.specs = specs;
        this.picker = picker;
        this.workspaces = workspaces;
        this.frames = frames;
        this.templates = templates;
        this.actions = actions;
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/instances/{owner}/{name}/change", this::form);
        routes.post("/instances/{owner}/{name}/change", this::change);
        routes.get("/instances/{owner}/{name}/delete", this::ask);
        routes.post("/instances/{owner}/{name}/delete", this::delete);
    }

    private void form(Context context) {
        Caller caller = callers.require(context);
        NotebookInstance instance = instances.describe(caller, InstancePages.key(context));
        show(context, caller, instance.key(), Form.of(SpecForms.values(instance.spec())));
    }

    private void change(Context context) {
        Caller caller = callers.require(context);
        InstanceKey key = InstancePages.key(context);
        Fields fields = Fields.of(context, FIELDS);
        NotebookInstance instance = instances.describe(caller, key);
        Optional<InstanceSpec> spec =
                specs.read(caller, fields).map(s -> s.with(instance.spec().attributes()));
        Optional<NotebookInstance> changed =
                fields.attempt(
                        "instanceType", () -> instances.update(caller, key, spec.orElseThrow()));
        changed.ifPresentOrElse(
                _ -> {
                    actions.tell(context, Tone.OK, "Saved. It takes effect at the next start.");
                    actions.go(context, InstanceViews.path(key));
                },
                () -> show(context.status(400), caller, key, fields.form()));
    }

    private void show(Context context, Caller caller, InstanceKey key, Form form) {
        templates.show(
                context,
                "instance-change",
                new ChangeInstancePage(
                        frames.of(context, "Change " + key.name(), Section.NOTEBOOKS),
                        key.name().value(),
                        InstanceViews.path(key),
                        form,
                        picker.families(form.value("instanceType")),
                        specs.lifecycleConfigs(caller, form.value("lifecycleConfig")),
                        specs.packageSets(caller, form.value("packageSet"))));
    }

    private void ask(Context context) {
        Caller caller = callers.require(context);
        InstanceDetails details = instances.details(caller, InstancePages.key(context));
        confirm(context, details, Form.empty());
    }

    private void delete(Context context) {
        Caller caller = callers.require(context);
        InstanceDetails details = instances.details(caller, InstancePages.key(context));
        InstanceKey key = details.instance().key();
        Fields fields = Fields.of(context, "confirm");
        fields.read("confirm", typed -> Confirmations.require(key.name().value(), typed));
        Optional<NotebookInstance> gone =
                fields.attempt("confirm", () -> instances.delete(caller, key));
        gone.ifPresentOrElse(
                _ -> {
                    actions.tell(
                            context,
                            Tone.OK,
                            "Deleted %s. Its files are in the hub’s trash folder."
                                    .formatted(key.name()));
                    actions.go(context, "/");
                },
                () -> confirm(context.status(400), details, fields.form()));
    }

    private void confirm(Context context, InstanceDetails details, Form form) {
        InstanceKey key = details.instance().key();
        String name = key.name().value();
        templates.show(
                context,
                "confirm",
                new ConfirmPage(
                        frames.of(context, "Delete " + name, Section.NOTEBOOKS),
                        List.of(
                                Link.to("Notebook instances", "/"),
                                Link.to(name, InstanceViews.path(key))),
                        "Delete " + name,
                        InstanceViews.path(key) + "/delete",
                        List.of(),
                        "This will be gone from your list:",
                        Confirmations.losses(details, workspaces.contents(key)),
                        "The files go to the trash folder of the hub, from where an administrator"
                                + " can bring them back.",
                        name,
                        "Delete instance",
                        InstanceViews.path(key),
                        form));
    }
}
