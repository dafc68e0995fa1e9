package dev.moka.lab.web;

import dev.moka.lab.problem.Problem;
import dev.moka.protocol.jupyter.Json;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.EOFException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// What went wrong, as a response: JSON for programs, a page for someone who opened an address.
final class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static void answer(Context context, Exception e) {
        switch (e) {
            case Problem problem -> write(context, problem);
            // Not ours: the program around the lab said no, and says how.
            case HttpResponseException http -> throw http;
            case EOFException gone ->
                    log.debug(
                            "{} {}: the client went away", context.method(), context.path(), gone);
            default -> {
                log.error("{} {} failed", context.method(), context.path(), e);
                write(context, new Problem(500, "Unhandled error: the server's log says more"));
            }
        }
    }

    private static void write(Context context, Problem problem) {
        if (isForAPerson(context)) {
            page(context, problem);
            return;
        }
        ObjectNode body = Json.object().put("message", problem.message());
        body.put("reason", problem.reason());
        Answers.json(context, problem.status(), body);
    }

    private static boolean isForAPerson(Context context) {
        String accepts = context.header("Accept");
        return context.method().equals(HandlerType.GET)
                && accepts != null
                && accepts.contains("text/html")
                && !context.path().contains("/api/");
    }

    private static void page(Context context, Problem problem) {
        HttpStatus status = HttpStatus.forStatus(problem.status());
        context.header(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'");
        context.status(problem.status())
                .html(
                        Template.named("problem.html")
                                .with("status", Integer.toString(problem.status()))
                                .with("title", Template.escaped(status.getMessage()))
                                .with("message", Template.escaped(problem.message()))
                                .text());
    }
}
