package dev.moka.hub.api;

import static dev.moka.hub.api.Api.BASE;

import dev.moka.hub.identity.Caller;
import dev.moka.hub.notebook.LifecycleConfigs;
import dev.moka.hub.notebook.PackageCoordinate;
import dev.moka.hub.notebook.PackageSets;
import dev.moka.hub.web.Callers;
import dev.moka.hub.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Lifecycle configs and package sets.
public final class SettingsApi implements Routes {
    private static final String CONFIG = BASE + "/lifecycle-configs/{name}";
    private static final String SET = BASE + "/package-sets/{name}";

    private final LifecycleConfigs configs;
    private final PackageSets sets;
    private final Api api;

    public SettingsApi(LifecycleConfigs configs, PackageSets sets, Callers callers) {
        this.configs = configs;
        this.sets = sets;
        this.api = new Api(callers);
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get(
                BASE + "/lifecycle-configs",
                api.json(
                        200,
                        (c, _) ->
                                Shapes.list("lifecycleConfigs", configs.list(c), Shapes::config)));
        routes.post(BASE + "/lifecycle-configs", api.json(201, this::createConfig));
        routes.get(CONFIG, api.json(200, (c, x) -> Shapes.config(configs.describe(c, name(x)))));
        routes.put(CONFIG, api.json(200, this::updateConfig));
        routes.delete(CONFIG, api.nothing((c, x) -> configs.delete(c, name(x))));
        routes.get(
                BASE + "/package-sets",
                api.json(
                        200,
                        (c, _) -> Shapes.list("packageSets", sets.list(c), Shapes::packageSet)));
        routes.post(BASE + "/package-sets", api.json(201, this::createSet));
        routes.get(SET, api.json(200, (c, x) -> Shapes.packageSet(sets.describe(c, name(x)))));
        routes.put(SET, api.json(200, this::updateSet));
        routes.delete(SET, api.nothing((c, x) -> sets.delete(c, name(x))));
    }

    private ObjectNode createConfig(Caller caller, Context context) {
        Body body = Body.of(context, "name", "onCreate", "onStart", "shared");
        return Shapes.config(
                configs.create(
                        caller,
                        body.text("name"),
                        body.optionalText("onCreate").orElse(""),
                        body.optionalText("onStart").orElse(""),
                        body.flag("shared")));
    }

    private ObjectNode updateConfig(Caller caller, Context context) {
        Body body = Body.of(context, "onCreate", "onStart", "shared");
        return Shapes.config(
                configs.update(
                        caller,
                        name(context),
                        body.optionalText("onCreate").orElse(""),
                        body.optionalText("onStart").orElse(""),
                        body.flag("shared")));
    }

    private ObjectNode createSet(Caller caller, Context context) {
        Body body = Body.of(context, "name", "packages", "shared");
        return Shapes.packageSet(
                sets.create(caller, body.text("name"), packages(body), body.flag("shared")));
    }

    private ObjectNode updateSet(Caller caller, Context context) {
        Body body = Body.of(context, "packages", "shared");
        return Shapes.packageSet(
                sets.update(caller, name(context), packages(body), body.flag("shared")));
    }

    private static List<PackageCoordinate> packages(Body body) {
        return body.texts("packages").stream().map(PackageCoordinate::new).distinct().toList();
    }

    private static String name(Context context) {
        return context.pathParam("name");
    }
}
