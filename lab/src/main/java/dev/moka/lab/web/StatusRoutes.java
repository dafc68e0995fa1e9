package dev.moka.lab.web;

import dev.moka.lab.contents.ApiPath;
import dev.moka.lab.contents.ContentsQuery;
import dev.moka.lab.kernels.Kernel;
import dev.moka.lab.kernels.KernelModel;
import dev.moka.lab.problem.Problem;
import dev.moka.lab.site.Identity;
import dev.moka.lab.site.Lab;
import dev.moka.protocol.jupyter.Json;
import dev.moka.protocol.jupyter.ProtocolException;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `/api`, `/api/status`, `/api/me`, `/api/resolvePath`, `/api/spec.yaml`, `/moka/instance`: who
/// serves, who asks, and what they run on.
final class StatusRoutes implements LabRoutes {
    /// The Jupyter Server whose API this is.
    private static final String API_VERSION = "2.21.1";

    @Override
    public void mount(LabRouter router) {
        router.get("/api", StatusRoutes::version);
        router.get("/api/status", StatusRoutes::status);
        router.get("/api/me", StatusRoutes::me);
        router.get("/api/resolvePath", StatusRoutes::resolvePath);
        router.get("/api/spec.yaml", StatusRoutes::specification);
        router.get("/moka/instance", StatusRoutes::instance);
    }

    private static void version(Context context, Lab lab) {
        Answers.json(context, 200, Json.object().put("version", API_VERSION));
    }

    private static void status(Context context, Lab lab) {
        List<KernelModel> kernels =
                lab.house().kernels().all().stream().map(Kernel::model).toList();
        Instant lastActivity =
                kernels.stream()
                        .map(KernelModel::lastActivity)
                        .max(Comparator.naturalOrder())
                        .filter(lab.started()::isBefore)
                        .orElse(lab.started());
        Answers.json(
                context,
                200,
                Json.object()
                        .put(
                                "connections",
                                kernels.stream().mapToInt(KernelModel::connections).sum())
                        .put("kernels", kernels.size())
                        .put("last_activity", lastActivity.toString())
                        .put("started", lab.started().toString()));
    }

    private static void specification(Context context, Lab lab) {
        context.contentType("text/x-yaml; charset=UTF-8")
                .header("Cache-Control", "no-store")
                .result(Template.named("spec.yaml").text());
    }

    private static void resolvePath(Context context, Lab lab) {
        String path = context.queryParam("path");
        if (path == null) {
            throw Problem.badRequest("Missing argument path");
        }
        ObjectNode body = Json.object();
        ArrayNode resolved = body.putArray("resolved");
        find(lab, path)
                .ifPresent(found ->
                        resolved.addObject().put("scope", "server").put("path", found.toString()));
        Answers.json(context, 200, body);
    }

    /// A path in the workspace; programs print absolute ones.
    private static Optional<ApiPath> find(Lab lab, String path) {
        String root = lab.contents().root() + "/";
        String relative = path.startsWith(root) ? path.substring(root.length()) : path;
        try {
            ApiPath found = ApiPath.parse(relative);
            lab.contents().get(found, ContentsQuery.HEAD);
            return Optional.of(found);
        } catch (Problem e) {
            return Optional.empty();
        }
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
        body.set("permissions", permissions(context.queryParam("permissions")));
        Answers.json(context, 200, body);
    }

    /// Who has a lab may do everything in it; names and avatars are the account's, not the lab's.
    private static ObjectNode permissions(@Nullable String asked) {
        ObjectNode granted = Json.object();
        if (asked != null && !asked.isBlank()) {
            try {
                granted = Json.parseObject(asked.getBytes(StandardCharsets.UTF_8));
            } catch (ProtocolException e) {
                throw Problem.badRequest("The permissions asked for are " + e.getMessage());
            }
        }
        granted.putArray("updatable_fields");
        return granted;
    }

    private static void instance(Context context, Lab lab) {
        Answers.json(context, 200, lab.settings().instanceInfo().get());
    }
}
