package dev.moka.lab.web;

import dev.moka.lab.kernels.KernelSpecs;
import dev.moka.lab.problem.Problem;
import dev.moka.lab.site.Lab;
import io.javalin.http.Context;

/// `/api/kernelspecs` and the pictures of kernelspecs.
final class KernelSpecRoutes implements LabRoutes {
    @Override
    public void mount(LabRouter router) {
        router.get("/api/kernelspecs", KernelSpecRoutes::list);
        router.get("/api/kernelspecs/{name}", KernelSpecRoutes::show);
        router.get("/kernelspecs/{name}/{file}", KernelSpecRoutes::file);
    }

    private static void list(Context context, Lab lab) {
        Answers.json(context, 200, KernelSpecs.all(lab.settings().baseUrl()));
    }

    private static void show(Context context, Lab lab) {
        checkName(context);
        Answers.json(context, 200, KernelSpecs.one(lab.settings().baseUrl()));
    }

    private static void file(Context context, Lab lab) {
        checkName(context);
        String file = context.pathParam("file");
        KernelSpecs.Resource resource =
                KernelSpecs.resource(file)
                        .orElseThrow(() -> Problem.notFound("Kernelspec java has no file " + file));
        context.contentType(resource.mediaType())
                .header("Cache-Control", "max-age=86400")
                .result(resource.bytes());
    }

    private static void checkName(Context context) {
        String name = context.pathParam("name");
        if (!KernelSpecs.has(name)) {
            throw Problem.notFound("Kernel spec %s not found".formatted(name));
        }
    }
}
