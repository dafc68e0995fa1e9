package dev.moka.lab.web;

import dev.moka.lab.problem.Problem;
import dev.moka.lab.site.Lab;
import dev.moka.lab.terminals.Terminal;
import dev.moka.lab.terminals.TooManyTerminals;
import dev.moka.protocol.jupyter.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `/api/terminals`: open, list and end terminals, and type into them.
final class TerminalRoutes implements LabRoutes {
    @Override
    public void mount(LabRouter router) {
        router.get("/api/terminals", TerminalRoutes::list);
        router.post("/api/terminals", TerminalRoutes::open);
        router.get("/api/terminals/{terminal}", TerminalRoutes::show);
        router.delete("/api/terminals/{terminal}", TerminalRoutes::end);
        router.ws("/terminals/websocket/{terminal}", TerminalSocket::configure);
    }

    private static void list(Context context, Lab lab) {
        ArrayNode list = Json.array();
        lab.terminals().all().forEach(terminal -> list.add(model(terminal)));
        Answers.json(context, 200, list);
    }

    private static void open(Context context, Lab lab) throws IOException {
        Path folder = Requests.folder(lab, Answers.body(context).path("cwd").asString(""));
        try {
            Answers.json(context, 200, model(lab.terminals().open(folder)));
        } catch (TooManyTerminals e) {
            throw new Problem(429, String.valueOf(e.getMessage()));
        }
    }

    private static void show(Context context, Lab lab) {
        Answers.json(context, 200, model(terminal(context, lab)));
    }

    private static void end(Context context, Lab lab) {
        lab.terminals().end(terminal(context, lab));
        context.status(204);
    }

    private static Terminal terminal(Context context, Lab lab) {
        String name = context.pathParam("terminal");
        return lab.terminals()
                .find(name)
                .orElseThrow(() -> Problem.notFound("Terminal not found: " + name));
    }

    private static ObjectNode model(Terminal terminal) {
        return Json.object()
                .put("name", terminal.name())
                .put("last_activity", terminal.lastActivity().toString());
    }
}
