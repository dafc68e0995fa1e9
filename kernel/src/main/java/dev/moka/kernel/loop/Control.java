package dev.moka.kernel.loop;

import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// Answers what must work even while a cell hangs.
final class Control {
    private final Runnable interrupt;
    private final Outbox outbox;
    private final Consumer<Shutdown> shutdown;

    /// @param interrupt stops the running cell, if one runs
    Control(Runnable interrupt, Outbox outbox, Consumer<Shutdown> shutdown) {
        this.interrupt = interrupt;
        this.outbox = outbox;
        this.shutdown = shutdown;
    }

    /// Whether a request of this kind is for the control thread, whichever channel it came on.
    static boolean takes(String type) {
        return switch (type) {
            case "interrupt_request",
                    "shutdown_request",
                    "debug_request",
                    "usage_request",
                    "create_subshell_request",
                    "delete_subshell_request",
                    "list_subshell_request" ->
                    true;
            default -> false;
        };
    }

    /// The reply to a request, or nothing when the request is of no kind that this class knows.
    Optional<ObjectNode> answer(Request request) {
        return switch (request.type()) {
            case "interrupt_request" -> Optional.of(interrupt());
            case "shutdown_request" -> Optional.of(goodbye(request));
            case "usage_request" -> Optional.of(Usage.measure());
            case "debug_request" ->
                    Optional.of(unsupported("this kernel has no debugger (kernel_info says so)"));
            case "create_subshell_request", "delete_subshell_request", "list_subshell_request" ->
                    Optional.of(
                            unsupported(
                                    "this kernel has no subshells; completion and inspection work"
                                            + " while a cell runs"));
            default -> Optional.empty();
        };
    }

    /// Does what can only be done after the reply and the `idle` have been sent.
    void afterwards(Request request) {
        if (request.type().equals("shutdown_request")) {
            shutdown.accept(new Shutdown(request.flag("restart", false)));
        }
    }

    private ObjectNode interrupt() {
        interrupt.run();
        return Replies.ok();
    }

    private ObjectNode goodbye(Request request) {
        ObjectNode reply = Replies.ok().put("restart", request.flag("restart", false));
        outbox.publish(Optional.of(request), request.replyType(), reply);
        return reply;
    }

    private static ObjectNode unsupported(String why) {
        return Replies.error("NotSupported", why);
    }
}
