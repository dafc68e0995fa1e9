package dev.moka.lab.web;

import dev.moka.lab.problem.Problem;
import io.javalin.http.HandlerType;
import java.util.List;

/// Whatever no other family serves: an API answers in JSON even then.
final class NotFoundRoutes implements LabRoutes {
    @Override
    public void mount(LabRouter router) {
        for (HandlerType method :
                List.of(
                        HandlerType.GET,
                        HandlerType.POST,
                        HandlerType.PUT,
                        HandlerType.PATCH,
                        HandlerType.DELETE)) {
            router.add(
                    method,
                    "/<rest>",
                    (context, lab) -> {
                        throw Problem.notFound(
                                "There is nothing at %s %s"
                                        .formatted(context.method(), context.path()));
                    });
        }
    }
}
