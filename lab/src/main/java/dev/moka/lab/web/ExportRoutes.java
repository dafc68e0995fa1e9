package dev.moka.lab.web;

import dev.moka.lab.contents.ApiPath;
import dev.moka.lab.contents.Contents;
import dev.moka.lab.contents.OpenFile;
import dev.moka.lab.export.Export;
import dev.moka.lab.export.Exports;
import dev.moka.lab.notebook.Notebook;
import dev.moka.lab.notebook.NotebookException;
import dev.moka.lab.notebook.NotebookFormat;
import dev.moka.lab.problem.Problem;
import dev.moka.lab.site.Lab;
import dev.moka.protocol.jupyter.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// `/nbconvert`: a notebook as a page or a script.
final class ExportRoutes implements LabRoutes {
    private static final long LARGEST_PICTURE = 10L << 20;

    @Override
    public void mount(LabRouter router) {
        router.get("/api/nbconvert", ExportRoutes::formats);
        router.get("/nbconvert/{format}/<path>", ExportRoutes::exportFile);
        router.post("/nbconvert/{format}", ExportRoutes::exportBody);
    }

    private static void formats(Context context, Lab lab) {
        ObjectNode body = Json.object();
        Exports.formats()
                .forEach((format, type) -> body.putObject(format).put("output_mimetype", type));
        Answers.json(context, 200, body);
    }

    private static void exportFile(Context context, Lab lab) {
        ApiPath path = Requests.path(context);
        String format = context.pathParam("format");
        if (!path.name().endsWith(".ipynb")) {
            throw Problem.badRequest("'%s' is no notebook".formatted(path));
        }
        Notebook notebook = lab.contents().notebook(path);
        Export export =
                Exports.export(
                        format,
                        title(path.name()),
                        notebook,
                        address -> picture(lab.contents(), path.parent(), address));
        if ("true".equalsIgnoreCase(context.queryParam("download"))) {
            context.header(
                    "Content-Disposition",
                    "attachment; filename*=UTF-8''"
                            + Requests.encoded(ApiPath.ROOT.child(export.fileName())));
        }
        answer(context, export);
    }

    private static void exportBody(Context context, Lab lab) {
        ObjectNode body = Answers.body(context);
        String name = Requests.text(body, "name");
        if (!(body.path("content") instanceof ObjectNode content)) {
            throw Problem.badRequest("'content' must be a notebook");
        }
        try {
            Notebook notebook = NotebookFormat.of(content);
            String title = title(name == null ? "notebook.ipynb" : name);
            answer(
                    context,
                    Exports.export(
                            context.pathParam("format"), title, notebook, _ -> Optional.empty()));
        } catch (NotebookException e) {
            throw Problem.badRequest(e.message());
        }
    }

    private static void answer(Context context, Export export) {
        SecurityHeaders.document(context);
        context.contentType(export.mediaType() + "; charset=utf-8")
                .header("Cache-Control", "no-store")
                .result(export.text());
    }

    private static String title(String name) {
        return name.endsWith(".ipynb") ? name.substring(0, name.length() - 6) : name;
    }

    /// A picture that lies in the workspace; others stay links.
    private static Optional<String> picture(Contents contents, ApiPath folder, String address) {
        if (address.contains(":") || address.startsWith("/") || address.startsWith("#")) {
            return Optional.empty();
        }
        try (OpenFile file = contents.open(resolved(folder, address))) {
            String type = file.model().mimetype();
            if (type == null
                    || !type.startsWith("image/")
                    || file.channel().size() > LARGEST_PICTURE) {
                return Optional.empty();
            }
            byte[] bytes = Channels.newInputStream(file.channel()).readAllBytes();
            return Optional.of(
                    "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes));
        } catch (Problem | IOException e) {
            return Optional.empty();
        }
    }

    private static ApiPath resolved(ApiPath folder, String address) {
        ApiPath path = folder;
        for (String name : address.replaceFirst("[?#].*", "").split("/", -1)) {
            switch (name) {
                case "", "." -> {}
                case ".." -> path = path.parent();
                default ->
                        path =
                                path.child(
                                        URLDecoder.decode(
                                                name.replace("+", "%2B"), StandardCharsets.UTF_8));
            }
        }
        return path;
    }
}
