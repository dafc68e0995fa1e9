package dev.moka.hub.api;

import dev.moka.hub.changes.Change;
import dev.moka.hub.changes.Changes;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.web.Callers;
import dev.moka.protocol.jupyter.Json;
import io.javalin.http.sse.SseClient;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/// The changes that a caller may hear of, as server-sent events.
///
/// Each client has a queue and a thread, so that a slow one holds up nobody. One that falls far
/// behind is let go; it connects again by itself and reads the present state.
final class ChangeStream {
    private static final int LONGEST_QUEUE = 500;
    private static final int HEARTBEAT_SECONDS = 15;

    private final Changes changes;
    private final Callers callers;

    ChangeStream(Changes changes, Callers callers) {
        this.changes = changes;
        this.callers = callers;
    }

    void follow(SseClient client) {
        Caller caller = callers.require(client.ctx());
        BlockingQueue<Change> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
        Changes.Subscription subscription =
                changes.subscribe(
                        caller::hears,
                        change -> {
                            if (!queue.offer(change)) {
                                client.close();
                            }
                        });
        client.keepAlive();
        client.onClose(subscription::close);
        client.sendComment("following");
        Thread.ofVirtual().name("changes of " + caller.name()).start(() -> pump(client, queue));
    }

    private static void pump(SseClient client, BlockingQueue<Change> queue) {
        try {
            while (!client.terminated()) {
                Change change = queue.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                if (change == null) {
                    client.sendComment("here");
                } else {
                    send(client, change);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(SseClient client, Change change) {
        switch (change) {
            case Change.InstanceChanged(var owner, var name) ->
                    send(client, "instance", Json.object().put("owner", owner).put("name", name));
            case Change.UserChanged(var name) ->
                    send(client, "user", Json.object().put("name", name));
            case Change.SettingsChanged(var owner) ->
                    send(client, "settings", Json.object().put("owner", owner));
            case Change.TrainingJobChanged(var owner, var account, var name) ->
                    send(
                            client,
                            "training-job",
                            Json.object()
                                    .put("owner", owner)
                                    .put("account", account)
                                    .put("name", name));
        }
    }

    private static void send(SseClient client, String event, ObjectNode data) {
        client.sendEvent(event, data.toString());
    }
}
