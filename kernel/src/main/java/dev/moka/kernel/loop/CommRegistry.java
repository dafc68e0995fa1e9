package dev.moka.kernel.loop;

import dev.moka.kernel.interpreter.Comm;
import dev.moka.kernel.interpreter.Comms;
import dev.moka.protocol.jupyter.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// The comms that are open and the targets that the front end may open.
final class CommRegistry implements Comms {
    private final Outbox outbox;
    private final Supplier<Optional<Request>> cause;
    private final Map<String, Target> targets = new ConcurrentHashMap<>();
    private final Map<String, Open> open = new ConcurrentHashMap<>();

    /// @param cause the request that is being served, to which a message is attributed
    CommRegistry(Outbox outbox, Supplier<Optional<Request>> cause) {
        this.outbox = outbox;
        this.cause = cause;
    }

    @Override
    public void register(String target, Target handler) {
        targets.put(target, handler);
    }

    @Override
    public Comm open(String target, ObjectNode data, Comm.Listener listener) {
        LiveComm comm = new LiveComm(UUID.randomUUID().toString(), target);
        open.put(comm.id(), new Open(comm, listener));
        ObjectNode content = comm.content(data).put("target_name", target);
        outbox.publish(cause.get(), "comm_open", content);
        return comm;
    }

    /// Handles `comm_open`, `comm_msg` and `comm_close` from the front end.
    ///
    /// @return false when it is none of them
    boolean handle(Request request) {
        switch (request.type()) {
            case "comm_open" -> opened(request);
            case "comm_msg" ->
                    find(request)
                            .ifPresent(found ->
                                    found.listener.received(
                                            data(request), request.message().buffers()));
            case "comm_close" ->
                    find(request)
                            .ifPresent(found -> {
                                open.remove(found.comm.id());
                                found.listener.closed(data(request));
                            });
            default -> {
                return false;
            }
        }
        return true;
    }

    /// The reply to `comm_info_request`.
    ///
    /// @param target only comms of this target; all when empty
    ObjectNode info(String target) {
        ObjectNode reply = Replies.ok();
        ObjectNode comms = reply.putObject("comms");
        for (Open each : open.values()) {
            if (target.isEmpty() || target.equals(each.comm.target())) {
                comms.putObject(each.comm.id()).put("target_name", each.comm.target());
            }
        }
        return reply;
    }

    private void opened(Request request) {
        String name = request.text("target_name");
        LiveComm comm = new LiveComm(request.text("comm_id"), name);
        Target target = targets.get(name);
        if (target == null) {
            outbox.publish(Optional.of(request), "comm_close", comm.content(Json.object()));
            return;
        }
        open.put(comm.id(), new Open(comm, target.opened(comm, data(request))));
    }

    private Optional<Open> find(Request request) {
        return Optional.ofNullable(open.get(request.text("comm_id")));
    }

    private static ObjectNode data(Request request) {
        return request.content().path("data") instanceof ObjectNode data ? data : Json.object();
    }

    private record Open(LiveComm comm, Comm.Listener listener) {}

    private final class LiveComm implements Comm {
        private final String id;
        private final String target;

        private LiveComm(String id, String target) {
            this.id = id;
            this.target = target;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String target() {
            return target;
        }

        @Override
        public void send(ObjectNode data, List<byte[]> buffers) {
            outbox.publish(cause.get(), "comm_msg", content(data), buffers);
        }

        @Override
        public void close(ObjectNode data) {
            if (open.remove(id) != null) {
                outbox.publish(cause.get(), "comm_close", content(data));
            }
        }

        private ObjectNode content(ObjectNode data) {
            ObjectNode content = Json.object().put("comm_id", id);
            content.set("data", data);
            return content;
        }
    }
}
