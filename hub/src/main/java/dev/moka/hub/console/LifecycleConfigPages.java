package dev.moka.hub.console;

import dev.moka.hub.console.view.ConfirmPage;
import dev.moka.hub.console.view.Form;
import dev.moka.hub.console.view.LifecycleConfigPage;
import dev.moka.hub.console.view.LifecycleConfigsPage;
import dev.moka.hub.console.view.Link;
import dev.moka.hub.console.view.ScriptTemplate;
import dev.moka.hub.console.view.Section;
import dev.moka.hub.console.view.Tone;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.notebook.Hook;
import dev.moka.hub.notebook.LifecycleConfig;
import dev.moka.hub.notebook.LifecycleConfigs;
import dev.moka.hub.notebook.NotebookInstances;
import dev.moka.hub.web.Callers;
import dev.moka.hub.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Lifecycle configs: the list, the editor with its two scripts, and deletion.
final class LifecycleConfigPages implements Routes {
    private static final String LIST = "/lifecycle-configs";
    private static final String[] FIELDS = {"name", "onCreate", "onStart", "shared"};

    private final Callers callers;
    private final LifecycleConfigs configs;
    private final NotebookInstances instances;
    private final ScriptTemplates scripts;
    private final Duration limit;
    private final Frames frames;
    private final Templates templates;
    private final Actions actions;

    LifecycleConfigPages(
            Callers callers,
            LifecycleConfigs configs,
            NotebookInstances instances,
            ScriptTemplates scripts,
            Duration limit,
            Frames frames,
            Templates templates,
            Actions actions) {
        this.callers = callers;
        this.configs = configs;
        this.instances = instances;
        this.scripts = scripts;
        this.limit = limit;
        this.frames = frames;
        this.templates = templates;
        this.actions = actions;
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get(LIST, this::list);
        routes.get(LIST + "/new", this::form);
        routes.post(LIST, this::create);
        routes.get(LIST + "/{name}", this::edit);
        routes.post(LIST + "/{name}", this::save);
        routes.get(LIST + "/{name}/delete", this::ask);
        routes.post(LIST + "/{name}/delete", this::delete);
    }

    /// Which scripts a config has, such as `OnCreate · OnStart`.
    static String hooks(LifecycleConfig config) {
        List<String> hooks =
                List.of(Hook.values()).stream()
                        .filter(hook -> !config.script(hook).isBlank())
                        .map(Hook::word)
                        .toList();
        return String.join(" · ", hooks);
    }

    private void list(Context context) {
        Caller caller = callers.require(context);
        Usage usage = Usage.of(instances, caller);
        Moments moments = frames.moments(context);
        List<LifecycleConfigsPage.Row> rows =
                configs.list(caller).stream().map(c -> row(c, caller, usage, moments)).toList();
        templates.show(
                context,
                "lifecycle-configs",
                new LifecycleConfigsPage(
                        frames.of(context, "Lifecycle configs", Section.LIFECYCLE_CONFIGS),
                        rows,
                        scripts.all()));
    }

    private static LifecycleConfigsPage.Row row(
            LifecycleConfig config, Caller caller, Usage usage, Moments moments) {
        boolean mine = config.owner().equals(caller.name());
        String by = mine ? "shared with everybody" : "shared by " + config.owner();
        String note =
                config.hasWindowsLineEnds() ? "Windows line ends are taken out when it runs" : "";
        return new LifecycleConfigsPage.Row(
                config.name(),
                path(config.name()),
                config.shared() ? by : "",
                mine,
                note,
                hooks(config),
                usage.ofConfig(config.name()),
                moments.at(config.changedAt()));
    }

    private void form(Context context) {
        Caller caller = callers.require(context);
        Optional<ScriptTemplate> template = template(context);
        Map<String, String> values = new LinkedHashMap<>();
        template.ifPresent(t -> values.put("name", t.name()));
        template.ifPresent(t -> values.put("onStart", t.text()));
        show(context, caller, Optional.empty(), Form.of(values));
    }

    private void create(Context context) {
        Caller caller = callers.require(context);
        Fields fields = Fields.of(context, FIELDS);
        requireLength(fields);
        Optional<LifecycleConfig> made =
                fields.attempt(
                        "name",
                        () ->
                                configs.create(
                                        caller,
                                        fields.value("name"),
                                        fields.value("onCreate"),
                                        fields.value("onStart"),
                                        fields.has("shared")));
        made.ifPresentOrElse(
                config -> saved(context, "Created " + config.name() + "."),
                () -> show(context.status(400), caller, Optional.empty(), fields.form()));
    }

    private void edit(Context context) {
        Caller caller = callers.require(context);
        LifecycleConfig config = configs.describe(caller, context.pathParam("name"));
        Map<String, String> values = new LinkedHashMap<>();
        values.put("onCreate", config.onCreate());
        values.put("onStart", config.onStart());
        values.put("shared", config.shared() ? "true" : "");
        template(context).ifPresent(template -> values.put("onStart", template.text()));
        show(context, caller, Optional.of(config), Form.of(values));
    }

    private void save(Context context) {
        Caller caller = callers.require(context);
        LifecycleConfig config = configs.describe(caller, context.pathParam("name"));
        Fields fields = Fields.of(context, FIELDS);
        requireLength(fields);
        Optional<LifecycleConfig> changed =
                fields.attempt(
                        "onCreate",
                        () ->
                                configs.update(
                                        caller,
                                        config.name(),
                                        fields.value("onCreate"),
                                        fields.value("onStart"),
                                        fields.has("shared")));
        changed.ifPresentOrElse(
                _ -> saved(context, "Saved " + config.name() + "."),
                () -> show(context.status(400), caller, Optional.of(config), fields.form()));
    }

    private void saved(Context context, String said) {
        actions.tell(context, Tone.OK, said);
        actions.go(context, LIST);
    }

    private void ask(Context context) {
        Caller caller = callers.require(context);
        confirm(context, caller, configs.describe(caller, context.pathParam("name")), Form.empty());
    }

    private void delete(Context context) {
        Caller caller = callers.require(context);
        LifecycleConfig config = configs.describe(caller, context.pathParam("name"));
        Fields fields = Fields.of(context, "confirm");
        fields.read("confirm", typed -> Confirmations.require(config.name(), typed));
        Optional<String> gone =
                fields.attempt(
                        "confirm",
                        () -> {
                            configs.delete(caller, config.name());
                            return config.name();
                        });
        gone.ifPresentOrElse(
                name -> saved(context, "Deleted " + name + "."),
                () -> confirm(context.status(400), caller, config, fields.form()));
    }

    private void confirm(Context context, Caller caller, LifecycleConfig config, Form form) {
        List<Link> users = Usage.of(instances, caller).ofConfig(config.name());
        templates.show(
                context,
                "confirm",
                new ConfirmPage(
                        frames.of(context, "Delete " + config.name(), Section.LIFECYCLE_CONFIGS),
                        List.of(
                                Link.to("Lifecycle configs", LIST),
                                Link.to(config.name(), path(config.name()))),
                        "Delete " + config.name(),
                        path(config.name()) + "/delete",
                        List.of(),
                        "This will be gone for good:",
                        List.of("the scripts " + hooks(config)),
                        users.isEmpty()
                                ? "No instance uses it."
                                : "It can't be deleted while an instance uses it.",
                        config.name(),
                        "Delete lifecycle config",
                        LIST,
                        form));
    }

    private void show(Context context, Caller caller, Optional<LifecycleConfig> config, Form form) {
        String name = config.map(LifecycleConfig::name).orElse("");
        templates.show(
                context,
                "lifecycle-config",
                new LifecycleConfigPage(
                        frames.of(
                                context,
                                config.isPresent() ? name : "Create lifecycle config",
                                Section.LIFECYCLE_CONFIGS),
                        config.isPresent() ? name : "Create lifecycle config",
                        config.isPresent() ? path(name) : LIST,
                        config.isEmpty(),
                        config.map(c -> c.owner().equals(caller.name())).orElse(true),
                        caller.isAdmin(),
                        form,
                        Usage.of(instances, caller).ofConfig(name),
                        scripts.all(),
                        Words.time(limit)));
    }

    private Optional<ScriptTemplate> template(Context context) {
        return scripts.find(Objects.requireNonNullElse(context.queryParam("template"), ""));
    }

    private static void requireLength(Fields fields) {
        for (String field : List.of("onCreate", "onStart")) {
            int length = fields.value(field).length();
            fields.read(field, _ -> Scripts.requireLength(length));
        }
    }

    private static String path(String name) {
        return LIST + "/" + name;
    }
}
