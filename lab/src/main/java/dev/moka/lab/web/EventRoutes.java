package dev.moka.lab.web;

import dev.moka.lab.events.Event;
import dev.moka.lab.events.EventBus;
import dev.moka.lab.problem.Problem;
import dev.moka.lab.site.Lab;
import dev.moka.protocol.jupyter.Json;
import io.javalin.http.Context;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import tools.jackson.databind.node.ObjectNode;

/// `/api/events`: what happens in the lab, as it happens.
final class EventRoutes implements LabRoutes {
    private static final String SUBSCRIPTION = "dev.moka.events.subscription";
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final long PING_SECONDS = 30;
    private static final int UNSENT = 1000;

    @Override
    public void mount(LabRouter router) {
        router.post("/api/events", EventRoutes::emit);
        router.ws("/api/events/subscribe", EventRoutes::configure);
    }

    private static void emit(Context context, Lab lab) {
        ObjectNode body = Answers.body(context);
        String schema = body.path("schema_id").asString("");
        if (!isUri(schema)) {
            throw Problem.badRequest(
                    "'schema_id' must be the URI of a schema, not '%s'".formatted(schema));
        }
        if (!(body.path("data") instanceof ObjectNode data)) {
            throw Problem.badRequest("'data' must be a JSON object");
        }
        lab.events().emit(new Event(schema, data, Instant.now()));
        context.status(204);
    }

    private static boolean isUri(String schema) {
        try {
            return URI.create(schema).isAbsolute();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void configure(WsConfig config) {
        config.onConnect(EventRoutes::subscribe);
        config.onClose(EventRoutes::unsubscribe);
        config.onError(EventRoutes::unsubscribe);
    }

    private static void subscribe(WsConnectContext context) {
        Session socket = context.session;
        socket.setIdleTimeout(SILENCE);
        context.enableAutomaticPings(PING_SECONDS, TimeUnit.SECONDS);
        AtomicInteger unsent = new AtomicInteger();
        EventBus.Subscription subscription =
                LabRouter.lab(context).events().subscribe(event -> send(socket, unsent, event));
        context.attribute(SUBSCRIPTION, subscription);
    }

    /// Sends an event; a listener who has not taken a thousand of them is cut off.
    private static void send(Session socket, AtomicInteger unsent, Event event) {
        if (unsent.incrementAndGet() > UNSENT) {
            socket.disconnect();
            return;
        }
        String text = new String(Json.bytes(event.toJson()), StandardCharsets.UTF_8);
        socket.sendText(
                text, Callback.from(unsent::decrementAndGet, _ -> unsent.decrementAndGet()));
    }

    private static void unsubscribe(WsContext context) {
        EventBus.Subscription subscription = context.attribute(SUBSCRIPTION);
        if (subscription != null) {
            subscription.close();
        }
    }
}
