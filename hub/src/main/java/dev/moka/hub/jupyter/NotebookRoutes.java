package dev.moka.hub.jupyter;

import dev.moka.hub.changes.Changes;
import dev.moka.hub.errors.ResourceInUse;
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.errors.ValidationException;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.notebook.InstanceKey;
import dev.moka.hub.notebook.NotebookInstance;
import dev.moka.hub.notebook.NotebookInstances;
import dev.moka.hub.web.Callers;
import dev.moka.hub.web.Routes;
import dev.moka.hub.web.Xsrf;
import dev.moka.lab.site.Lab;
import dev.moka.lab.web.LabWeb;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Objects;
import java.util.function.Function;

/// Mounts the lab of each instance at `/notebook/{owner}/{instance}` and lets only its owner and
/// administrators in.
public final class NotebookRoutes implements Routes {
    private static final String INSTANCE = "moka.instance";
    private static final String PREFIX = "/notebook/{owner}/{instance}";

    private final NotebookInstances instances;
    private final Function<NotebookInstance, Lab> labs;
    private final Callers callers;
    private final Xsrf xsrf;
    private final OpenSockets sockets;
    private final StoppedPages pages;

    public NotebookRoutes(
            NotebookInstances instances,
            Function<NotebookInstance, Lab> labs,
            Callers callers,
            Xsrf xsrf,
            Changes changes,
            StoppedPages pages) {
        this.instances = instances;
        this.labs = labs;
        this.callers = callers;
        this.xsrf = xsrf;
        this.sockets = new OpenSockets(changes);
        this.pages = pages;
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        routes.before(PREFIX + "/*", this::admit);
        routes.wsBeforeUpgrade(PREFIX + "/*", this::admit);
        routes.wsBefore(PREFIX + "/*", sockets::follow);
        LabWeb.mount(routes, PREFIX, this::lab);
        routes.get(PREFIX, context -> context.redirect(context.path() + "/lab"));
    }

    @Override
    public void configure(JavalinConfig config) {
        LabWeb.configure(config);
    }

    private void admit(Context context) {
        Caller caller = callers.require(context);
        NotebookInstance instance = instances.describe(caller, key(context));
        if (!instance.inService()) {
            refuse(context, caller, instance);
        }
        context.attribute(INSTANCE, instance);
        OpenSockets.belongsTo(context, caller.name().value());
        if (isNavigation(context)) {
            xsrf.token(context);
        }
    }

    private void refuse(Context context, Caller caller, NotebookInstance instance) {
        if (isNavigation(context)) {
            context.status(409);
            pages.show(context, caller, instance);
            context.skipRemainingHandlers();
            return;
        }
        throw notInService(instance);
    }

    private Lab lab(Context context) {
        NotebookInstance instance = context.attribute(INSTANCE);
        return labs.apply(Objects.requireNonNull(instance, "the request was not admitted"));
    }

    private static ResourceInUse notInService(NotebookInstance instance) {
        return new ResourceInUse(
                "'%s' is %s, not InService; start it at /instances/%s"
                        .formatted(
                                instance.key().name(), instance.status().word(), instance.key()));
    }

    private static boolean isNavigation(Context context) {
        String accept = context.header("Accept");
        return context.method().equals(HandlerType.GET)
                && accept != null
                && accept.contains("text/html");
    }

    private static InstanceKey key(Context context) {
        String owner = context.pathParam("owner");
        String name = context.pathParam("instance");
        try {
            return InstanceKey.of(owner, name);
        } catch (ValidationException e) {
            throw new ResourceNotFound(
                    "There is no notebook instance '%s' that you may use".formatted(name));
        }
    }
}
