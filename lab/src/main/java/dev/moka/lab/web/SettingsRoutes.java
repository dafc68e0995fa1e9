package dev.moka.lab.web;

import dev.moka.lab.problem.Problem;
import dev.moka.lab.site.Lab;
import dev.moka.protocol.jupyter.Json;
import io.javalin.http.Context;
import java.io.IOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `/lab/api/settings`, `/lab/api/workspaces` and `/api/config`: what the front end remembers.
final class SettingsRoutes implements LabRoutes {
    @Override
    public void mount(LabRouter router) {
        router.get("/lab/api/settings", SettingsRoutes::all);
        router.get("/lab/api/settings/<id>", SettingsRoutes::one);
        router.put("/lab/api/settings/<id>", SettingsRoutes::save);
        router.get("/lab/api/workspaces", SettingsRoutes::workspaces);
        router.get("/lab/api/workspaces/<id>", SettingsRoutes::workspace);
        router.put("/lab/api/workspaces/<id>", SettingsRoutes::saveWorkspace);
        router.delete("/lab/api/workspaces/<id>", SettingsRoutes::deleteWorkspace);
        router.get("/api/config/{section}", SettingsRoutes::section);
        router.put("/api/config/{section}", SettingsRoutes::setSection);
        router.patch("/api/config/{section}", SettingsRoutes::updateSection);
    }

    private static void all(Context context, Lab lab) throws IOException {
        if ("true".equals(context.queryParam("ids_only"))) {
            ArrayNode ids = Json.array();
            for (String id : lab.labSettings().ids()) {
                ids.addObject().put("id", id);
            }
            ObjectNode body = Json.object();
            body.set("settings", ids);
            Answers.json(context, 200, body);
            return;
        }
        Answers.json(context, "{\"settings\":" + lab.labSettings().all() + "}");
    }

    private static void one(Context context, Lab lab) throws IOException {
        Answers.json(context, lab.labSettings().one(context.pathParam("id")));
    }

    private static void save(Context context, Lab lab) throws IOException {
        JsonNode raw = Answers.body(context).path("raw");
        if (!raw.isString()) {
            throw Problem.badRequest(
                    "Invalid format for JSON payload. Must be in the form {'raw': ...}");
        }
        lab.labSettings().save(context.pathParam("id"), raw.asString());
        context.status(204);
    }

    private static void workspaces(Context context, Lab lab) throws IOException {
        ObjectNode body = Json.object();
        ObjectNode workspaces = body.putObject("workspaces");
        ArrayNode ids = workspaces.putArray("ids");
        ArrayNode values = workspaces.putArray("values");
        for (ObjectNode layout : lab.workspaces().all()) {
            ids.add(layout.path("metadata").path("id"));
            values.add(layout);
        }
        Answers.json(context, 200, body);
    }

    private static void workspace(Context context, Lab lab) throws IOException {
        Answers.json(context, 200, lab.workspaces().get(context.pathParam("id")));
    }

    private static void saveWorkspace(Context context, Lab lab) throws IOException {
        lab.workspaces().save(context.pathParam("id"), context.body());
        context.status(204);
    }

    private static void deleteWorkspace(Context context, Lab lab) throws IOException {
        lab.workspaces().delete(context.pathParam("id"));
        context.status(204);
    }

    private static void section(Context context, Lab lab) throws IOException {
        Answers.json(context, 200, lab.configSections().get(context.pathParam("section")));
    }

    private static void setSection(Context context, Lab lab) throws IOException {
        lab.configSections().set(context.pathParam("section"), Answers.body(context));
        context.status(204);
    }

    private static void updateSection(Context context, Lab lab) throws IOException {
        ObjectNode value =
                lab.configSections().update(context.pathParam("section"), Answers.body(context));
        Answers.json(context, 200, value);
    }
}
