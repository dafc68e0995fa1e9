package dev.moka.lab.web;

import dev.moka.lab.contents.ContentsModel;
import dev.moka.lab.site.Lab;
import dev.moka.protocol.jupyter.Json;
import io.javalin.http.Context;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `/moka/trash`: what was deleted in the last month; brings it back or deletes it for good.
final class TrashRoutes implements LabRoutes {
    private static final String ONE = "/moka/trash/{item}";

    @Override
    public void mount(LabRouter router) {
        router.get("/moka/trash", TrashRoutes::list);
        router.delete("/moka/trash", TrashRoutes::empty);
        router.post(ONE + "/restore", TrashRoutes::restore);
        router.delete(ONE, TrashRoutes::forget);
    }

    private static void list(Context context, Lab lab) {
        ObjectNode body = Json.object();
        ArrayNode items = body.putArray("items");
        lab.contents().deleted().forEach(item -> items.add(item.json()));
        Answers.json(context, 200, body);
    }

    private static void restore(Context context, Lab lab) {
        ContentsModel restored = lab.contents().restore(context.pathParam("item"));
        context.header("Location", Requests.location(lab, "api/contents", restored.path()));
        Answers.json(context, 200, restored.json());
    }

    private static void forget(Context context, Lab lab) {
        lab.contents().forget(context.pathParam("item"));
        context.status(204);
    }

    private static void empty(Context context, Lab lab) {
        lab.contents().deleted().forEach(item -> lab.contents().forget(item.id()));
        context.status(204);
    }
}
