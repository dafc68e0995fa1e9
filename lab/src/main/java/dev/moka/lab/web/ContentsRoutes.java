package dev.moka.lab.web;

import dev.moka.lab.contents.ApiPath;
import dev.moka.lab.contents.Checkpoint;
import dev.moka.lab.contents.Contents;
import dev.moka.lab.contents.ContentsModel;
import dev.moka.lab.contents.ContentsQuery;
import dev.moka.lab.contents.ContentsType;
import dev.moka.lab.contents.SaveRequest;
import dev.moka.lab.problem.Problem;
import dev.moka.lab.site.Lab;
import dev.moka.protocol.jupyter.Json;
import io.javalin.http.Context;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `/api/contents`: files, notebooks, folders and their checkpoints.
final class ContentsRoutes implements LabRoutes {
    private static final String ONE = "/api/contents/<path>";

    @Override
    public void mount(LabRouter router) {
        router.get(ONE + "/checkpoints", ContentsRoutes::checkpoints);
        router.post(ONE + "/checkpoints", ContentsRoutes::createCheckpoint);
        router.post(ONE + "/checkpoints/{checkpoint}", ContentsRoutes::restoreCheckpoint);
        router.delete(ONE + "/checkpoints/{checkpoint}", ContentsRoutes::deleteCheckpoint);
        router.post(ONE + "/trust", ContentsRoutes::trust);
        for (String path : new String[] {"/api/contents", ONE}) {
            router.get(path, ContentsRoutes::get);
            router.post(path, ContentsRoutes::create);
            router.put(path, ContentsRoutes::save);
            router.patch(path, ContentsRoutes::rename);
            router.delete(path, ContentsRoutes::delete);
        }
    }

    private static void get(Context context, Lab lab) throws IOException {
        ContentsQuery query = query(context);
        if (query.content()) {
            lab.house().outputs().opening(Requests.path(context).toString());
        }
        ContentsModel model = lab.contents().get(Requests.path(context), query);
        context.header("Last-Modified", Requests.httpDate(model.lastModified()));
        Answers.largeJson(context, 200, model.json());
    }

    private static ContentsQuery query(Context context) {
        String format = context.queryParam("format");
        if (format != null && !format.equals("text") && !format.equals("base64")) {
            throw Problem.badRequest("Format '%s' is invalid".formatted(format));
        }
        return new ContentsQuery(
                flag(context, "content", true),
                ContentsType.parse(context.queryParam("type")),
                format,
                flag(context, "hash", false));
    }

    private static boolean flag(Context context, String name, boolean otherwise) {
        String value = context.queryParam(name);
        if (value == null) {
            return otherwise;
        }
        return switch (value) {
            case "1" -> true;
            case "0" -> false;
            default ->
                    throw Problem.badRequest(
                            "The %s argument '%s' is invalid: it must be '0' or '1'"
                                    .formatted(name, value));
        };
    }

    private static void create(Context context, Lab lab) {
        ApiPath path = Requests.path(context);
        Contents contents = lab.contents();
        if (contents.isFile(path)) {
            throw Problem.badRequest("Cannot POST to files, use PUT instead.");
        }
        ObjectNode body = Answers.body(context);
        String copyFrom = Requests.text(body, "copy_from");
        ContentsModel made =
                copyFrom == null || copyFrom.isEmpty()
                        ? contents.createUntitled(
                                path,
                                ContentsType.parse(Requests.text(body, "type")),
                                extension(body))
                        : contents.copy(ApiPath.parse(copyFrom), path);
        answer(context, lab, 201, made);
    }

    private static String extension(ObjectNode body) {
        String extension = Requests.text(body, "ext");
        if (extension == null || extension.isEmpty()) {
            return "";
        }
        if (extension.indexOf('/') >= 0) {
            throw Problem.badRequest("'%s' is no ending of a file name".formatted(extension));
        }
        return extension.startsWith(".") ? extension : "." + extension;
    }

    private static void save(Context context, Lab lab) {
        ApiPath path = Requests.path(context);
        ObjectNode body = Answers.body(context);
        if (Requests.text(body, "copy_from") != null) {
            throw Problem.badRequest("Cannot copy with PUT, only POST");
        }
        if (body.isEmpty()) {
            answer(context, lab, 201, lab.contents().createUntitled(path, null, ""));
            return;
        }
        JsonNode chunk = body.path("chunk");
        boolean goesOn = chunk.isInt() && chunk.asInt() != 1;
        boolean isThere = goesOn || lab.contents().isFile(path);
        ContentsModel saved = lab.contents().save(path, saveRequest(path, body, isThere));
        lab.house().outputs().saved(path.toString());
        answer(context, lab, isThere ? 200 : 201, saved);
    }

    private static SaveRequest saveRequest(ApiPath path, ObjectNode body, boolean isThere) {
        @Nullable ContentsType type = ContentsType.parse(Requests.text(body, "type"));
        JsonNode content = body.get("content");
        if (type == null && isThere) {
            throw Problem.badRequest("No file type provided");
        }
        if (type == null) {
            type = path.name().endsWith(".ipynb") ? ContentsType.NOTEBOOK : ContentsType.FILE;
        }
        if (content == null && !isThere) {
            return Contents.blank(type);
        }
        JsonNode chunk = body.path("chunk");
        return new SaveRequest(
                type,
                Requests.text(body, "format"),
                content,
                chunk.isInt() ? (Integer) chunk.asInt() : null);
    }

    private static void rename(Context context, Lab lab) {
        ApiPath path = Requests.path(context);
        String newPath = Requests.text(Answers.body(context), "path");
        if (context.contentLength() == 0) {
            throw Problem.badRequest("JSON body missing");
        }
        ApiPath target = newPath == null ? path : ApiPath.parse(newPath);
        answer(context, lab, 200, lab.contents().rename(path, target));
    }

    private static void delete(Context context, Lab lab) {
        lab.contents().delete(Requests.path(context));
        context.status(204);
    }

    private static void checkpoints(Context context, Lab lab) {
        ArrayNode list = Json.array();
        lab.contents()
                .checkpoints(Requests.path(context))
                .forEach(checkpoint -> list.add(checkpoint.json()));
        Answers.json(context, 200, list);
    }

    private static void createCheckpoint(Context context, Lab lab) {
        ApiPath path = Requests.path(context);
        Checkpoint checkpoint = lab.contents().createCheckpoint(path);
        context.header(
                "Location",
                Requests.location(lab, "api/contents", path) + "/checkpoints/" + checkpoint.id());
        Answers.json(context, 201, checkpoint.json());
    }

    private static void restoreCheckpoint(Context context, Lab lab) {
        lab.contents().restoreCheckpoint(Requests.path(context), context.pathParam("checkpoint"));
        context.status(204);
    }

    private static void deleteCheckpoint(Context context, Lab lab) {
        lab.contents().deleteCheckpoint(Requests.path(context), context.pathParam("checkpoint"));
        context.status(204);
    }

    private static void trust(Context context, Lab lab) {
        lab.contents().trust(Requests.path(context));
        context.status(201);
    }

    private static void answer(Context context, Lab lab, int status, ContentsModel model) {
        context.header("Location", Requests.location(lab, "api/contents", model.path()));
        context.header("Last-Modified", Requests.httpDate(model.lastModified()));
        Answers.json(context, status, model.json());
    }
}
