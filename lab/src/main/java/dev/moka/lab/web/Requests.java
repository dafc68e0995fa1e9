package dev.moka.lab.web;

import dev.moka.lab.contents.ApiPath;
import dev.moka.lab.notebook.NotebookFormat;
import dev.moka.lab.problem.Problem;
import dev.moka.lab.site.Lab;
import dev.moka.protocol.jupyter.Json;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What handlers read from requests, and addresses that they answer with.
final class Requests {
    private Requests() {}

    /// The `<path>` of the route, or the root when the route has none.
    static ApiPath path(Context context) {
        String path = context.pathParamMap().get("path");
        return path == null ? ApiPath.ROOT : ApiPath.parse(path);
    }

    /// The body as one JSON object; an empty body is an empty object.
    ///
    /// @throws Problem 400 with line and column when it is not
    static ObjectNode body(Context context) {
        byte[] body = context.bodyAsBytes();
        if (body.length == 0) {
            return Json.object();
        }
        try {
            if (NotebookFormat.mapper().readTree(body) instanceof ObjectNode object) {
                return object;
            }
            throw Problem.badRequest("Invalid JSON in body of request: an object is expected");
        } catch (JacksonException e) {
            throw Problem.badRequest(
                    "Invalid JSON in body of request%s: %s"
                            .formatted(position(e), e.getOriginalMessage()));
        }
    }

    static String position(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null
                ? ""
                : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
    }

    /// A member that must be a text where it is given.
    static @Nullable String text(ObjectNode body, String member) {
        JsonNode value = body.get(member);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw Problem.badRequest("'%s' must be a text".formatted(member));
        }
        return value.asString();
    }

    /// The address of something in this lab.
    static String location(Lab lab, String family, ApiPath path) {
        return lab.settings().baseUrl() + family + "/" + encoded(path);
    }

    /// The path with each name percent-encoded.
    static String encoded(ApiPath path) {
        return path.names().stream()
                .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    /// A time as HTTP headers write it.
    static String httpDate(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atZone(ZoneOffset.UTC));
    }
}
