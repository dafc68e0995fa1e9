package dev.moka.lab.web;

import dev.moka.lab.kernels.Kernel;
import dev.moka.lab.kernels.KernelSpecs;
import dev.moka.lab.kernels.KernelStartException;
import dev.moka.lab.problem.Problem;
import dev.moka.lab.site.Lab;
import dev.moka.protocol.jupyter.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `/api/kernels`: start, show, interrupt, restart and end kernels, and talk to them.
final class KernelRoutes implements LabRoutes {
    @Override
    public void mount(LabRouter router) {
        router.get("/api/kernels", KernelRoutes::list);
        router.post("/api/kernels", KernelRoutes::start);
        router.get("/api/kernels/{kernel}", KernelRoutes::show);
        router.delete("/api/kernels/{kernel}", KernelRoutes::end);
        router.post("/api/kernels/{kernel}/interrupt", KernelRoutes::interrupt);
        router.post("/api/kernels/{kernel}/restart", KernelRoutes::restart);
        router.ws("/api/kernels/{kernel}/channels", KernelSocket::configure);
    }

    private static void list(Context context, Lab lab) {
        ArrayNode list = Json.array();
        lab.house().kernels().all().forEach(kernel -> list.add(kernel.model().toJson()));
        Answers.json(context, 200, list);
    }

    private static void start(Context context, Lab lab) throws InterruptedException {
        ObjectNode body = Answers.body(context);
        String name = body.path("name").asString(KernelSpecs.DEFAULT);
        Path directory = Requests.folder(lab, body.path("path").asString(""));
        Kernel kernel = start(lab, name, directory);
        context.header("Location", lab.settings().baseUrl() + "api/kernels/" + kernel.id());
        Answers.json(context, 201, kernel.model().toJson());
    }

    /// Starts a kernel, or says why that can't be.
    static Kernel start(Lab lab, String name, Path directory) throws InterruptedException {
        String kind = name.isBlank() ? KernelSpecs.DEFAULT : name;
        if (!KernelSpecs.has(kind)) {
            // 501 as in Jupyter Server: JupyterLab then offers to pick another kernel.
            throw new Problem(
                    501,
                    "The '%s' kernel is not available. Please pick another suitable kernel instead; there is 'java'."
                            .formatted(kind),
                    "Kernel spec not found");
        }
        try {
            return lab.house().kernels().start(kind, directory);
        } catch (KernelStartException e) {
            throw new Problem(500, String.valueOf(e.getMessage()), "Kernel did not start");
        }
    }

    private static void show(Context context, Lab lab) {
        Answers.json(context, 200, kernel(context, lab).model().toJson());
    }

    private static void end(Context context, Lab lab) throws InterruptedException {
        lab.house().end(kernel(context, lab));
        context.status(204);
    }

    private static void interrupt(Context context, Lab lab)
            throws IOException, InterruptedException {
        lab.house().kernels().interrupt(kernel(context, lab));
        context.status(204);
    }

    private static void restart(Context context, Lab lab) throws InterruptedException {
        Kernel kernel = kernel(context, lab);
        try {
            lab.house().kernels().restart(kernel);
        } catch (KernelStartException e) {
            throw new Problem(500, String.valueOf(e.getMessage()), "Kernel did not restart");
        }
        Answers.json(context, 200, kernel.model().toJson());
    }

    /// The kernel of the route.
    static Kernel kernel(Context context, Lab lab) {
        String id = context.pathParam("kernel");
        return lab.house()
                .kernels()
                .find(id)
                .orElseThrow(() -> Problem.notFound("Kernel does not exist: " + id));
    }
}
