package dev.moka.lab.web;

import dev.moka.lab.site.Identity;
import dev.moka.lab.site.Lab;
import dev.moka.protocol.jupyter.Json;
import io.javalin.http.Context;
import tools.jackson.databind.node.ObjectNode;

/// `/api`, `/api/me`, `/moka/instance`: who serves, who asks, and what they run on.
final class StatusRoutes implements LabRoutes {
    @Override
    public void mount(LabRouter router) {
        router.get("/api/me", StatusRoutes::me);
        router.get("/moka/instance", StatusRoutes::instance);
    }

    private static void me(Context context, Lab lab) {
        Identity user = lab.settings().user();
        ObjectNode identity =
                Json.object()
                        .put("username", user.username())
                        .put("name", user.name())
                        .put("display_name", user.name())
                        .put("initials", user.initials())
                        .putNull("avatar_url")
                        .put("color", user.color());
        ObjectNode body = Json.object();
        body.set("identity", identity);
        body.set("permissions", Json.object());
        Answers.json(context, 200, body);
    }

    private static void instance(Context context, Lab lab) {
        Answers.json(context, 200, lab.settings().instanceInfo().get());
    }
}
