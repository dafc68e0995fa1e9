package dev.moka.lab.web;

import dev.moka.lab.problem.Problem;
import dev.moka.lab.site.Lab;
import dev.moka.protocol.jupyter.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/// What JupyterLab asks for and has a short answer: translations, listings, licences, language
/// servers.
final class FrontEndRoutes implements LabRoutes {
    @Override
    public void mount(LabRouter router) {
        router.get("/lab/api/translations", FrontEndRoutes::languages);
        router.get("/lab/api/translations/{locale}", FrontEndRoutes::translation);
        router.get("/lab/api/listings/<name>", FrontEndRoutes::listings);
        router.get("/lab/api/licenses", FrontEndRoutes::licenses);
        router.get("/lsp/status", FrontEndRoutes::languageServers);
    }

    private static void languages(Context context, Lab lab) {
        ObjectNode body = Json.object().put("message", "");
        body.putObject("data")
                .putObject("en")
                .put("displayName", "English")
                .put("nativeName", "English");
        Answers.json(context, 200, body);
    }

    /// English is in the bundle itself, so there is never anything to translate.
    private static void translation(Context context, Lab lab) {
        String locale = context.pathParam("locale");
        boolean english = locale.startsWith("en") || locale.equals("default");
        ObjectNode body = Json.object();
        body.set("data", Json.object());
        body.put("message", english ? "" : "Language pack '%s' not installed!".formatted(locale));
        Answers.json(context, 200, body);
    }

    private static void listings(Context context, Lab lab) {
        ObjectNode body = Json.object();
        body.putArray("blocked_extensions");
        body.putArray("allowed_extensions");
        body.putArray("blocked_extensions_uris");
        body.putArray("allowed_extensions_uris");
        Answers.json(context, 200, body);
    }

    private static void licenses(Context context, Lab lab) throws IOException {
        Path file = lab.assets().licenses();
        ObjectNode body = Json.object();
        ObjectNode bundles = body.putObject("bundles");
        if (Files.isRegularFile(file)) {
            ObjectNode report = Json.parseObject(Files.readAllBytes(file));
            bundles.putObject("JupyterLab").set("packages", report.path("packages"));
        }
        Answers.json(context, 200, body);
    }

    private static void languageServers(Context context, Lab lab) {
        throw Problem.notFound(
                "There are no language servers here: the Java kernel completes code");
    }
}
