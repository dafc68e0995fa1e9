package dev.moka.kernel.loop;

import dev.moka.kernel.interpreter.Interpreter;
import dev.moka.kernel.interpreter.Interpreter.Completeness;
import dev.moka.kernel.interpreter.Interpreter.Completion;
import dev.moka.kernel.interpreter.Interpreter.Completions;
import dev.moka.kernel.interpreter.MimeBundle;
import dev.moka.kernel.output.WellFormed;
import dev.moka.protocol.jupyter.Header;
import dev.moka.protocol.jupyter.Json;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers what can be answered while a cell runs.
final class Answers {
    private final Supplier<Interpreter> interpreter;
    private final History history;
    private final CommRegistry comms;
    private final String version;

    Answers(
            Supplier<Interpreter> interpreter,
            History history,
            CommRegistry comms,
            String version) {
        this.interpreter = interpreter;
        this.history = history;
        this.comms = comms;
        this.version = version;
    }

    /// The reply to a request, or nothing when the request is of no kind that this class knows.
    Optional<ObjectNode> answer(Request request) {
        return switch (request.type()) {
            case "kernel_info_request" -> Optional.of(kernelInfo());
            case "complete_request" -> Optional.of(complete(request));
            case "inspect_request" -> Optional.of(inspect(request));
            case "is_complete_request" -> Optional.of(completeness(request));
            case "history_request" -> Optional.of(history.answer(request));
            case "comm_info_request" -> Optional.of(comms.info(request.text("target_name")));
            default -> Optional.empty();
        };
    }

    private ObjectNode kernelInfo() {
        Interpreter language = interpreter.get();
        ObjectNode reply = Replies.ok();
        reply.put("protocol_version", Header.VERSION);
        reply.put("implementation", "moka");
        reply.put("implementation_version", version);
        ObjectNode info = reply.putObject("language_info");
        language.languageInfo().forEach(info::put);
        reply.put("banner", language.banner());
        reply.put("debugger", false);
        reply.putArray("supported_features");
        ArrayNode links = reply.putArray("help_links");
        language.helpLinks()
                .forEach((text, url) -> links.addObject().put("text", text).put("url", url));
        return reply;
    }

    private ObjectNode complete(Request request) {
        String code = request.text("code");
        Completions found = interpreter.get().complete(code, cursor(request, code));
        int start = CodePoints.fromOffset(code, found.start());
        int end = CodePoints.fromOffset(code, found.end());
        ObjectNode reply = Replies.ok();
        ArrayNode matches = reply.putArray("matches");
        reply.put("cursor_start", start);
        reply.put("cursor_end", end);
        ArrayNode types = reply.putObject("metadata").putArray("_jupyter_types_experimental");
        for (Completion item : found.items()) {
            String text = WellFormed.text(item.text());
            matches.add(text);
            ObjectNode type = types.addObject().put("start", start).put("end", end);
            type.put("text", text).put("type", item.type());
            type.put("signature", WellFormed.text(item.signature()));
        }
        return reply;
    }

    private ObjectNode inspect(Request request) {
        String code = request.text("code");
        int detail = request.number("detail_level", 0);
        Optional<MimeBundle> found = interpreter.get().inspect(code, cursor(request, code), detail);
        ObjectNode reply = Replies.ok().put("found", found.isPresent());
        ObjectNode empty = Json.object();
        empty.putObject("data");
        empty.putObject("metadata");
        return reply.setAll(found.map(Replies::bundle).orElse(empty));
    }

    private ObjectNode completeness(Request request) {
        return switch (interpreter.get().completeness(request.text("code"))) {
            case Completeness.Complete() -> Json.object().put("status", "complete");
            case Completeness.Incomplete(String indent) ->
                    Json.object().put("status", "incomplete").put("indent", indent);
            case Completeness.Invalid() -> Json.object().put("status", "invalid");
        };
    }

    private static int cursor(Request request, String code) {
        return CodePoints.toOffset(code, request.number("cursor_pos", Integer.MAX_VALUE));
    }
}
