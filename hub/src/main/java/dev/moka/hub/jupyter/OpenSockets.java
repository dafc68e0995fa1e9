package dev.moka.hub.jupyter;

import dev.moka.hub.changes.Change;
import dev.moka.hub.changes.Changes;
import io.javalin.http.Context;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The WebSockets that people have open. They are closed when something about their user changes:
/// whoever still may connects again by itself, and whoever was disabled or reset is out.
final class OpenSockets {
    private static final String USER = "moka.socket-user";
    private static final int GOING_AWAY = 1001;

    private final Map<String, Set<WsContext>> open = new ConcurrentHashMap<>();

    OpenSockets(Changes changes) {
        changes.subscribe(Change.UserChanged.class::isInstance, change -> close(change.about()));
    }

    /// Says at the upgrade whose socket it will be.
    static void belongsTo(Context upgrade, String user) {
        upgrade.attribute(USER, user);
    }

    void follow(WsConfig sockets) {
        sockets.onConnect(socket ->
                open.computeIfAbsent(user(socket), _ -> ConcurrentHashMap.newKeySet()).add(socket));
        sockets.onClose(socket ->
                open.computeIfPresent(
                        user(socket),
                        (_, all) -> {
                            all.remove(socket);
                            return all.isEmpty() ? null : all;
                        }));
    }

    private void close(String user) {
        Set.copyOf(open.getOrDefault(user, Set.of()))
                .forEach(socket -> socket.closeSession(GOING_AWAY, "Your account was changed"));
    }

    private static String user(WsContext socket) {
        return Objects.requireNonNull(socket.<String>attribute(USER), "a socket without a user");
    }
}
