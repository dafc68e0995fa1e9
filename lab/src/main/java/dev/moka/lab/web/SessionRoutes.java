package dev.moka.lab.web;

import dev.moka.lab.kernels.Kernel;
import dev.moka.lab.kernels.Session;
import dev.moka.lab.problem.Problem;
import dev.moka.lab.site.Lab;
import dev.moka.protocol.jupyter.Json;
import io.javalin.http.Context;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `/api/sessions`: which document runs on which kernel.
final class SessionRoutes implements LabRoutes {
    @Override
    public void mount(LabRouter router) {
        router.get("/api/sessions", SessionRoutes::list);
        router.post("/api/sessions", SessionRoutes::create);
        router.get("/api/sessions/{session}", SessionRoutes::show);
        router.patch("/api/sessions/{session}", SessionRoutes::change);
        router.delete("/api/sessions/{session}", SessionRoutes::delete);
    }

    private static void list(Context context, Lab lab) {
        ArrayNode list = Json.array();
        lab.house().sessions().all().stream()
                .flatMap(session -> model(lab, session).stream())
                .forEach(list::add);
        Answers.json(context, 200, list);
    }

    private static Optional<ObjectNode> model(Lab lab, Session session) {
        return lab.house()
                .kernels()
                .find(session.kernelId())
                .map(kernel -> session.toJson(kernel.model()));
    }

    private static void create(Context context, Lab lab) throws InterruptedException {
        ObjectNode body = Answers.body(context);
        String path = text(body, "path");
        if (path.isBlank()) {
            throw Problem.badRequest("Missing field in JSON data: path");
        }
        String type = body.path("type").asString("");
        if (type.isBlank()) {
            throw Problem.badRequest("Missing field in JSON data: type");
        }
        Optional<Session> existing = lab.house().sessions().ofPath(path);
        Session session = existing.isPresent() ? existing.get() : create(lab, body, path, type);
        context.header("Location", lab.settings().baseUrl() + "api/sessions/" + session.id());
        answer(context, lab, 201, session);
    }

    private static Session create(Lab lab, ObjectNode body, String path, String type)
            throws InterruptedException {
        Kernel kernel = kernel(lab, body.path("kernel"), path);
        String name = body.path("name").asString("");
        return lab.house().sessions().add(path, name, type, kernel.id());
    }

    /// The kernel that a body names by id, or a new one of the name that it gives.
    private static Kernel kernel(Lab lab, JsonNode wanted, String path)
            throws InterruptedException {
        String id = wanted.path("id").asString("");
        if (!id.isBlank()) {
            return lab.house()
                    .kernels()
                    .find(id)
                    .orElseThrow(() -> Problem.notFound("No such kernel: " + id));
        }
        return KernelRoutes.start(
                lab, wanted.path("name").asString(""), Requests.folder(lab, path));
    }

    private static void show(Context context, Lab lab) {
        answer(context, lab, 200, session(context, lab));
    }

    private static void change(Context context, Lab lab) throws InterruptedException {
        Session session = session(context, lab);
        ObjectNode body = Answers.body(context);
        String path = body.path("path").asString(session.path());
        String name = body.path("name").asString(session.name());
        String type = body.path("type").asString(session.type());
        Optional<Session> moved = lab.house().sessions().move(session.id(), path, name, type);
        JsonNode wanted = body.path("kernel");
        boolean other =
                !wanted.path("id").asString("").isBlank()
                        || !wanted.path("name").asString("").isBlank();
        Session changed = other ? switchKernel(lab, session, wanted, path) : moved.orElse(session);
        answer(context, lab, 200, changed);
    }

    private static Session switchKernel(Lab lab, Session session, JsonNode wanted, String path)
            throws InterruptedException {
        Kernel next = kernel(lab, wanted, path);
        Session switched =
                lab.house().sessions().switchKernel(session.id(), next.id()).orElse(session);
        boolean unused = lab.house().sessions().ofKernel(session.kernelId()).isEmpty();
        if (unused && !next.id().equals(session.kernelId())) {
            Optional<Kernel> before = lab.house().kernels().find(session.kernelId());
            if (before.isPresent()) {
                lab.house().end(before.get());
            }
        }
        return switched;
    }

    private static void delete(Context context, Lab lab) throws InterruptedException {
        Session session = session(context, lab);
        Optional<Kernel> kernel = lab.house().kernels().find(session.kernelId());
        if (kernel.isPresent()) {
            lab.house().end(kernel.get());
        }
        lab.house().sessions().remove(other -> other.id().equals(session.id()));
        context.status(204);
    }

    private static Session session(Context context, Lab lab) {
        String id = context.pathParam("session");
        return lab.house()
                .sessions()
                .find(id)
                .orElseThrow(() -> Problem.notFound("Session not found: session_id=" + id));
    }

    private static void answer(Context context, Lab lab, int status, Session session) {
        ObjectNode body =
                model(lab, session)
                        .orElseThrow(
                                () -> Problem.notFound("Session not found: its kernel has ended"));
        Answers.json(context, status, body);
    }

    private static String text(ObjectNode body, String field) {
        return body.path(field).asString("");
    }
}
