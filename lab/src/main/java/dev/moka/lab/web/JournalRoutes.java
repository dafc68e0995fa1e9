package dev.moka.lab.web;

import dev.moka.lab.journal.CellRun;
import dev.moka.lab.journal.OutputReader;
import dev.moka.lab.journal.RunOutputs;
import dev.moka.lab.kernels.Kernel;
import dev.moka.lab.kernels.Session;
import dev.moka.lab.problem.Problem;
import dev.moka.lab.site.Lab;
import dev.moka.protocol.jupyter.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `/moka/journal?path=…`: what the cells of a notebook have put out, also while no page was there.
final class JournalRoutes implements LabRoutes {
    @Override
    public void mount(LabRouter router) {
        router.get("/moka/journal", JournalRoutes::show);
    }

    private static void show(Context context, Lab lab) throws IOException {
        String path = context.queryParam("path");
        if (path == null || path.isBlank()) {
            throw Problem.badRequest("Say which notebook: ?path=…");
        }
        Optional<Kernel> kernel =
                lab.house()
                        .sessions()
                        .ofPath(path)
                        .map(Session::kernelId)
                        .flatMap(lab.house().kernels()::find);
        ObjectNode body = Json.object().put("path", path);
        ArrayNode cells = body.putArray("cells");
        if (kernel.isPresent()) {
            body.put("kernel", kernel.get().id());
            for (RunOutputs run :
                    new OutputReader(kernel.get().frames()).read(latest(kernel.get()))) {
                cells.add(toJson(run));
            }
        }
        Answers.json(context, 200, body);
    }

    /// The last run of each cell whose outputs may not be in the file.
    private static List<CellRun> latest(Kernel kernel) {
        Map<String, CellRun> byCell = new LinkedHashMap<>();
        kernel.runs()
                .where(run -> !run.settled() && !run.cellId().isEmpty())
                .forEach(run -> byCell.put(run.cellId(), run));
        return List.copyOf(byCell.values());
    }

    private static ObjectNode toJson(RunOutputs run) {
        CellRun cell = run.run();
        ObjectNode json = Json.object().put("cellId", cell.cellId()).put("msgId", cell.msgId());
        if (cell.executionCount().isPresent()) {
            json.put("executionCount", cell.executionCount().getAsInt());
        } else {
            json.putNull("executionCount");
        }
        json.put("state", cell.state().name().toLowerCase(Locale.ROOT));
        json.put("done", cell.isDone());
        json.put("lastMessage", run.lastMessage());
        json.set("outputs", run.outputs());
        ArrayNode displayIds = json.putArray("displayIds");
        run.displayIds().forEach(displayIds::add);
        return json;
    }
}
