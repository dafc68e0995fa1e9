package dev.moka.hub.web;

import dev.moka.hub.errors.ApiException;
import dev.moka.hub.errors.NotSignedInException;
import dev.moka.hub.errors.TooManyRequestsException;
import dev.moka.protocol.jupyter.Json;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns what goes wrong into answers: a page for people, `{"error": {"code", "message",
/// "requestId"}}` for programs.
final class Errors {
    private static final Logger log = LoggerFactory.getLogger(Errors.class);
    private static final String REQUEST = "moka.request";

    private final ErrorPages pages;

    Errors(ErrorPages pages) {
        this.pages = pages;
    }

    void mount(JavalinDefaultRoutingApi routes) {
        routes.exception(ApiException.class, (e, context) -> answer(context, e));
        routes.exception(HttpResponseException.class, (e, context) -> answer(context, e));
        routes.exception(Exception.class, (e, context) -> answerBug(context, e));
    }

    static String requestId(Context context) {
        String known = context.attribute(REQUEST);
        if (known != null) {
            return known;
        }
        String fresh = UUID.randomUUID().toString();
        context.attribute(REQUEST, fresh);
        return fresh;
    }

    private void answer(Context context, ApiException e) {
        if (e instanceof NotSignedInException
                && wantsPage(context)
                && context.method().equals(HandlerType.GET)) {
            String next =
                    context.path()
                            + (context.queryString() == null ? "" : "?" + context.queryString());
            context.redirect("/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
            return;
        }
        if (e instanceof TooManyRequestsException tooMany) {
            context.header("Retry-After", Long.toString(tooMany.retryAfter().toSeconds()));
        }
        write(context, e.httpStatus(), e.code(), e.text());
    }

    private void answer(Context context, HttpResponseException e) {
        String message =
                switch (e.getStatus()) {
                    case 404 -> "There is nothing at %s".formatted(context.path());
                    case 405 ->
                            "%s is not possible at %s".formatted(context.method(), context.path());
                    case 413 -> "The request is larger than the hub accepts here";
                    default -> String.valueOf(e.getMessage());
                };
        write(context, e.getStatus(), code(e.getStatus()), message);
    }

    private void answerBug(Context context, Exception e) {
        String id = requestId(context);
        log.error("{} {} failed, request {}", context.method(), context.path(), id, e);
        write(
                context,
                500,
                "InternalFailure",
                "The hub made a mistake; its log has more under the request id " + id);
    }

    private void write(Context context, int status, String code, String message) {
        ErrorAnswer error = new ErrorAnswer(code, message, requestId(context));
        context.status(status);
        if (wantsPage(context)) {
            pages.show(context, status, error);
        } else {
            context.contentType("application/json")
                    .result(Json.mapper().writeValueAsBytes(Map.of("error", error)));
        }
    }

    private static String code(int status) {
        return switch (status) {
            case 400 -> "Validation";
            case 403 -> "AccessDenied";
            case 404 -> "ResourceNotFound";
            case 405 -> "MethodNotAllowed";
            case 413 -> "TooLarge";
            default -> "Error" + status;
        };
    }

    private static boolean wantsPage(Context context) {
        String accept = context.header("Accept");
        return !context.path().startsWith("/api/")
                && accept != null
                && accept.toLowerCase(Locale.ROOT).contains("text/html");
    }
}
