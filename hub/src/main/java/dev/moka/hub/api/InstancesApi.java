package dev.moka.hub.api;

import static dev.moka.hub.api.Api.BASE;

import dev.moka.hub.errors.ValidationException;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.notebook.InstanceKey;
import dev.moka.hub.notebook.InstanceName;
import dev.moka.hub.notebook.NotebookInstances;
import dev.moka.hub.web.Callers;
import dev.moka.hub.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Notebook instances and the logs of their starts.
public final class InstancesApi implements Routes {
    private static final String INSTANCE = BASE + "/instances/{owner}/{name}";

    private final NotebookInstances instances;
    private final Api api;

    public InstancesApi(NotebookInstances instances, Callers callers) {
        this.instances = instances;
        this.api = new Api(callers);
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get(BASE + "/instances", api.json(200, this::list));
        routes.post(BASE + "/instances", api.json(201, this::create));
        routes.get(
                INSTANCE,
                api.json(200, (c, x) -> InstanceShapes.details(instances.details(c, key(x)))));
        routes.patch(INSTANCE, api.json(202, this::update));
        routes.delete(
                INSTANCE,
                api.json(202, (c, x) -> InstanceShapes.instance(instances.delete(c, key(x)))));
        routes.post(
                INSTANCE + "/start",
                api.json(202, (c, x) -> InstanceShapes.instance(instances.start(c, key(x)))));
        routes.post(
                INSTANCE + "/stop",
                api.json(202, (c, x) -> InstanceShapes.instance(instances.stop(c, key(x)))));
        routes.get(INSTANCE + "/starts/{start}/log", api.json(200, this::log));
    }

    private ObjectNode list(Caller caller, Context context) {
        boolean all = "true".equals(context.queryParam("all"));
        return Shapes.list(
                "instances",
                all ? instances.listAll(caller) : instances.list(caller),
                InstanceShapes::details);
    }

    private ObjectNode create(Caller caller, Context context) {
        String[] fields =
                Stream.concat(Stream.of("name"), Stream.of(InstanceShapes.SPEC_FIELDS))
                        .toArray(String[]::new);
        Body body = Body.of(context, fields);
        InstanceName name = new InstanceName(body.text("name"));
        return InstanceShapes.instance(instances.create(caller, name, InstanceShapes.spec(body)));
    }

    private ObjectNode update(Caller caller, Context context) {
        InstanceKey key = key(context);
        Body body = Body.of(context, InstanceShapes.SPEC_FIELDS);
        var spec = InstanceShapes.changed(instances.describe(caller, key).spec(), body);
        return InstanceShapes.instance(instances.update(caller, key, spec));
    }

    private ObjectNode log(Caller caller, Context context) throws InterruptedException {
        return Shapes.log(
                instances.startLog(
                        caller,
                        key(context),
                        (int) number("start", context.pathParam("start")),
                        number("position", orZero(context.queryParam("position"))),
                        Duration.ofSeconds(number("wait", orZero(context.queryParam("wait"))))));
    }

    private static String orZero(@Nullable String value) {
        return value == null ? "0" : value;
    }

    private static long number(String what, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new ValidationException("'%s' is not a number for '%s'".formatted(value, what));
        }
    }

    private static InstanceKey key(Context context) {
        return InstanceKey.of(context.pathParam("owner"), context.pathParam("name"));
    }
}
