package dev.moka.lab.web;

import dev.moka.lab.contents.ApiPath;
import dev.moka.lab.problem.Problem;
import dev.moka.lab.site.Lab;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /// The folder in which a program of a document starts: the document's own, or the workspace's
    /// root where there is none.
    static Path folder(Lab lab, String path) {
        return lab.contents().folder(ApiPath.parse(path));
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
