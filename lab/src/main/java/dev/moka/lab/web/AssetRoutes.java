package dev.moka.lab.web;

import dev.moka.lab.assets.Asset;
import dev.moka.lab.assets.AssetFiles;
import dev.moka.lab.media.MediaTypes;
import dev.moka.lab.problem.Problem;
import dev.moka.lab.site.Lab;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The files that make up JupyterLab: its bundle, its themes, the prebuilt extensions, our icons.
final class AssetRoutes implements LabRoutes {
    @Override
    public void mount(LabRouter router) {
        router.get(
                "/static/lab/<path>", (context, lab) -> send(context, lab, lab.assets().bundle()));
        router.get("/static/favicons/{icon}", AssetRoutes::icon);
        router.get("/lab/extensions/<path>", AssetRoutes::extension);
        router.get("/lab/api/themes/<path>", AssetRoutes::theme);
    }

    private static void extension(Context context, Lab lab) throws IOException {
        AssetFiles files = lab.assets().files();
        for (Path folder : lab.extensions().folders()) {
            Optional<Asset> asset = files.find(folder, context.pathParam("path"));
            if (asset.isPresent()) {
                send(context, files, asset.get());
                return;
            }
        }
        throw notThere(context);
    }

    private static void theme(Context context, Lab lab) throws IOException {
        AssetFiles files = lab.assets().files();
        for (Path folder : themeFolders(lab)) {
            Optional<Asset> asset = files.find(folder, context.pathParam("path"));
            if (asset.isPresent()) {
                send(context, files, asset.get());
                return;
            }
        }
        throw notThere(context);
    }

    /// An extension's theme lies in its `themes` folder, and a wheel's in the assets'.
    private static List<Path> themeFolders(Lab lab) throws IOException {
        List<Path> folders =
                new java.util.ArrayList<>(
                        lab.extensions().all().stream()
                                .map(extension -> extension.folder().resolve("themes"))
                                .toList());
        folders.add(lab.assets().themes());
        return folders;
    }

    private static void icon(Context context, Lab lab) throws IOException {
        String name = context.pathParam("icon");
        if (!name.equals("moka.svg") && !name.equals("moka-busy.svg")) {
            throw notThere(context);
        }
        try (InputStream in = AssetRoutes.class.getResourceAsStream(name)) {
            if (in == null) {
                throw notThere(context);
            }
            context.contentType("image/svg+xml")
                    .header("Cache-Control", "max-age=86400")
                    .result(in.readAllBytes());
        }
    }

    private static void send(Context context, Lab lab, Path folder) throws IOException {
        AssetFiles files = lab.assets().files();
        Asset asset =
                files.find(folder, context.pathParam("path")).orElseThrow(() -> notThere(context));
        send(context, files, asset);
    }

    private static void send(Context context, AssetFiles files, Asset asset) throws IOException {
        context.header("ETag", asset.tag())
                .header("Vary", "Accept-Encoding")
                .header(
                        "Cache-Control",
                        asset.immutable() ? "public, max-age=31536000, immutable" : "no-cache");
        if (asset.tag().equals(context.header("If-None-Match"))) {
            context.status(304);
            return;
        }
        boolean text = MediaTypes.isText(asset.type());
        context.contentType(text ? asset.type() + "; charset=UTF-8" : asset.type());
        context.disableCompression();
        Optional<byte[]> gzip = acceptsGzip(context) ? files.gzip(asset) : Optional.empty();
        if (gzip.isPresent()) {
            context.header("Content-Encoding", "gzip").result(gzip.get());
        } else {
            context.result(Files.readAllBytes(asset.path()));
        }
    }

    private static boolean acceptsGzip(Context context) {
        String accepted = context.header("Accept-Encoding");
        return accepted != null && accepted.toLowerCase(Locale.ROOT).contains("gzip");
    }

    private static Problem notThere(Context context) {
        return Problem.notFound("There is no file at %s".formatted(context.path()));
    }
}
