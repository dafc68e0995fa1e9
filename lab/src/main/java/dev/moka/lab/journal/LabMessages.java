package dev.moka.lab.journal;

import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.Header;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.Message;
import dev.moka.protocol.jupyter.WebSocketV1;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Messages that the lab makes in a kernel's place: a state, a notice, the end of a run whose
/// kernel is gone.
///
/// They bear the session of the kernel itself: JupyterLab drops what it has not yet shown as soon
/// as a message of another session comes in.
public final class LabMessages {
    private LabMessages() {}

    /// The state of the kernel, as the answer to a request or, without a parent, unasked.
    public static byte[] status(String session, @Nullable Header parent, String state) {
        ObjectNode content = Json.object().put("execution_state", state);
        return frame(Channel.IOPUB, "status", session, parent, content);
    }

    /// A line on standard error.
    public static byte[] notice(String session, @Nullable Header parent, String text) {
        return frame(Channel.IOPUB, "stream", session, parent, stderr(text));
    }

    /// An error output.
    public static byte[] error(String session, Header parent, String name, String reason) {
        ObjectNode content = failure(name, reason);
        return frame(Channel.IOPUB, "error", session, parent, content);
    }

    /// The reply to a request that nobody else will answer.
    public static byte[] failedReply(
            String session, Header parent, Channel channel, String name, String reason) {
        ObjectNode content = failure(name, reason).put("status", "error");
        String type = parent.msgType().replace("_request", "_reply");
        return frame(channel, type, session, parent, content);
    }

    /// What stands in place of output that is no longer kept.
    static ObjectNode goneNotice() {
        return stderr(
                "[Moka no longer has the beginning of this output: it was too long to keep]\n");
    }

    private static ObjectNode failure(String name, String reason) {
        ObjectNode content = Json.object().put("ename", name).put("evalue", reason);
        content.putArray("traceback").add("\u001b[31m" + name + "\u001b[0m: " + reason);
        return content;
    }

    private static ObjectNode stderr(String text) {
        return Json.object().put("name", "stderr").put("text", text);
    }

    private static byte[] frame(
            Channel channel,
            String type,
            String session,
            @Nullable Header parent,
            ObjectNode content) {
        Header header = Header.of(type, session, "moka");
        Message message = new Message(channel, header, parent, Json.object(), content, List.of());
        return WebSocketV1.encode(message.toRaw());
    }
}
