package dev.moka.hub.console;

import dev.moka.hub.console.view.Assets;
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

/// The style sheet, scripts and pictures. Their addresses hold a hash of their content, so that
/// browsers keep them for a year and still see a new version at once.
final class StaticFiles implements Assets, Routes {
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.8/dist/";

    private final Map<String, StaticFile> files =
            Map.of(
                    "console.css", read("/console/console.css", "text/css"),
                    "console.js", read("/console/console.js", "text/javascript"),
                    "favicon.svg", read("/console/favicon.svg", "image/svg+xml"),
                    "htmx.min.js", read(HTMX + "htmx.min.js", "text/javascript"));

    private record StaticFile(byte[] bytes, String type, String hash) {}

    @Override
    public String url(String file) {
        StaticFile found = Objects.requireNonNull(files.get(file), file);
        return "/assets/%s/%s".formatted(found.hash(), file);
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/assets/{hash}/{file}", this::send);
        routes.get("/favicon.ico", context -> context.redirect(url("favicon.svg")));
    }

    private void send(Context context) {
        StaticFile file = files.get(context.pathParam("file"));
        if (file == null) {
            throw new ResourceNotFound("There is no file '%s'".formatted(context.path()));
        }
        context.header("Cache-Control", "public, max-age=31536000, immutable");
        context.contentType(file.type() + "; charset=utf-8").result(file.bytes());
    }

    private static StaticFile read(String resource, String type) {
        try (InputStream in =
                Objects.requireNonNull(StaticFiles.class.getResourceAsStream(resource), resource)) {
            byte[] bytes = in.readAllBytes();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new StaticFile(bytes, type, HexFormat.of().formatHex(hash, 0, 6));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
