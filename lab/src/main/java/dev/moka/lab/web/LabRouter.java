package dev.moka.lab.web;

import dev.moka.lab.problem.Problem;
import dev.moka.lab.site.Lab;
import dev.moka.lab.site.LabLookup;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.util.Objects;
import java.util.function.Consumer;

/// Adds routes under a lab's prefix, finds the lab of each request, and turns what goes wrong into
/// the answer that Jupyter clients expect.
final class LabRouter {
    private static final String LAB = "dev.moka.lab";

    private final JavalinDefaultRoutingApi routes;
    private final String prefix;
    private final LabLookup labs;

    LabRouter(JavalinDefaultRoutingApi routes, String prefix, LabLookup labs) {
        this.routes = routes;
        this.prefix = prefix;
        this.labs = labs;
    }

    void get(String path, LabHandler handler) {
        add(HandlerType.GET, path, handler);
    }

    void post(String path, LabHandler handler) {
        add(HandlerType.POST, path, handler);
    }

    void put(String path, LabHandler handler) {
        add(HandlerType.PUT, path, handler);
    }

    void patch(String path, LabHandler handler) {
        add(HandlerType.PATCH, path, handler);
    }

    void delete(String path, LabHandler handler) {
        add(HandlerType.DELETE, path, handler);
    }

    void add(HandlerType method, String path, LabHandler handler) {
        routes.addHttpHandler(method, prefix + path, guarded(handler));
    }

    /// Adds a WebSocket route; its handlers get their lab by [#lab(WsContext)].
    void ws(String path, Consumer<WsConfig> config) {
        routes.wsBeforeUpgrade(
                prefix + path,
                context -> {
                    try {
                        SameOrigin.check(context);
                        context.attribute(LAB, labs.lab(context));
                    } catch (Problem problem) {
                        // Only an exception keeps Javalin from going on with the upgrade.
                        throw new HttpResponseException(problem.status(), problem.message());
                    }
                });
        routes.ws(prefix + path, config);
    }

    /// The lab of a WebSocket that was opened through [#ws].
    static Lab lab(WsContext socket) {
        return Objects.requireNonNull(socket.<Lab>attribute(LAB), "not a lab's WebSocket");
    }

    private Handler guarded(LabHandler handler) {
        return (Context context) -> {
            try {
                SecurityHeaders.set(context);
                handler.handle(context, labs.lab(context));
            } catch (Exception e) {
                Problems.answer(context, e);
            }
        };
    }
}
