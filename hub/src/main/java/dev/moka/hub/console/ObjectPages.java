package dev.moka.hub.console;

import dev.moka.hub.console.view.Frame;
import dev.moka.hub.console.view.ObjectPage;
import dev.moka.hub.console.view.ObjectsPage;
import dev.moka.hub.console.view.Section;
import dev.moka.hub.objects.Bucket;
import dev.moka.hub.objects.Checksum;
import dev.moka.hub.objects.ContentPlan;
import dev.moka.hub.objects.Listing;
import dev.moka.hub.objects.Listing.Cursor;
import dev.moka.hub.objects.ObjectKey;
import dev.moka.hub.objects.ObjectMetadata;
import dev.moka.hub.objects.StoredObject;
import dev.moka.hub.objects.StoredObjects.Labels;
import dev.moka.hub.objects.StoredObjects.Opened;
import dev.moka.hub.objects.WriteCondition;
import dev.moka.hub.web.Routes;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What lies in a bucket: browsing by prefix, looking into an object, upload and download.
final class ObjectPages implements Routes {
    private static final int PAGE = 200;

    private final StorageDesk desk;
    private final StorageParts parts;
    private final Previews previews;
    private final Frames frames;
    private final Templates templates;

    ObjectPages(StorageDesk desk, StorageParts parts, Frames frames, Templates templates) {
        this.desk = desk;
        this.parts = parts;
        this.previews = new Previews(parts.objects());
        this.frames = frames;
        this.templates = templates;
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        String bucket = StoragePaths.LIST + "/{bucket}";
        routes.get(bucket, StorageDesk.guarded(this::browse));
        routes.get(bucket + "/view", StorageDesk.guarded(this::view));
        routes.get(bucket + "/download", StorageDesk.guarded(this::download));
        routes.get(bucket + "/picture", StorageDesk.guarded(this::picture));
        routes.put(bucket + "/object", StorageDesk.guarded(this::upload));
    }

    private void browse(Context context) {
        Bucket bucket = desk.bucket(context);
        String name = bucket.name().value();
        String prefix = parameter(context, "prefix");
        String find = parameter(context, "find");
        String after = parameter(context, "after");
        Cursor cursor =
                after.isEmpty() ? null : new Cursor(after.substring(1), after.charAt(0) == 'p');
        Listing listing = parts.listings().list(bucket, prefix + find, "/", cursor, PAGE);
        boolean whole = listing.next().isEmpty() && after.isEmpty();
        String here = here(name, prefix, find);
        ObjectOrder order = ObjectOrder.of(whole ? parameter(context, "sort") : "");
        List<ObjectsPage.Row> rows = rows(name, listing, order, frames.moments(context));
        String heading = prefix.isEmpty() ? name : StoragePaths.name(prefix);
        templates.show(
                context,
                "objects",
                new ObjectsPage(
                        frames.of(context, heading, Section.S3),
                        StoragePaths.crumbs(name, prefix),
                        heading,
                        StoragePaths.uri(name, prefix),
                        StoragePaths.bucket(name),
                        prefix,
                        find,
                        order.columns(whole ? here : ""),
                        rows,
                        Words.count(rows.size(), "name") + (whole ? "" : " on this page"),
                        after.isEmpty() ? "" : here,
                        listing.next().map(next -> next(here, next)).orElse(""),
                        StoragePaths.bucket(name)
                                + "/object?prefix="
                                + StoragePaths.encoded(prefix)
                                + "&name=",
                        StoragePaths.bucket(name)
                                + "/delete"
                                + (prefix.isEmpty()
                                        ? ""
                                        : "?prefix=" + StoragePaths.encoded(prefix))));
    }

    private static String here(String bucket, String prefix, String find) {
        return "%s?prefix=%s&find=%s"
                .formatted(
                        StoragePaths.bucket(bucket),
                        StoragePaths.encoded(prefix),
                        StoragePaths.encoded(find));
    }

    private static String next(String here, Cursor next) {
        String mark = (next.wholePrefix() ? "p" : "k") + next.value();
        return here + "&after=" + StoragePaths.encoded(mark);
    }

    private static List<ObjectsPage.Row> rows(
            String bucket, Listing listing, ObjectOrder order, Moments moments) {
        List<ObjectsPage.Row> rows = new ArrayList<>();
        for (String prefix : listing.commonPrefixes()) {
            rows.add(
                    new ObjectsPage.Row(
                            StoragePaths.name(prefix),
                            StoragePaths.prefix(bucket, prefix),
                            true,
                            "",
                            "",
                            "",
                            StoragePaths.bucket(bucket)
                                    + "/delete?prefix="
                                    + StoragePaths.encoded(prefix)));
        }
        listing.objects().stream()
                .sorted(order.comparator())
                .map(object -> row(bucket, object, moments))
                .forEach(rows::add);
        return rows;
    }

    private static ObjectsPage.Row row(String bucket, StoredObject object, Moments moments) {
        String key = object.key().value();
        return new ObjectsPage.Row(
                StoragePaths.name(key),
                StoragePaths.object(bucket, "view", key),
                false,
                Words.bytes(object.size()),
                moments.at(object.modifiedAt()),
                StoragePaths.object(bucket, "download", key),
                StoragePaths.object(bucket, "delete", key));
    }

    private void view(Context context) throws IOException {
        StoredObject object = desk.object(context);
        String bucket = object.bucket().value();
        String key = object.key().value();
        Frame frame = frames.of(context, StoragePaths.name(key), Section.S3);
        templates.show(
                context,
                "object",
                new ObjectPage(
                        frame,
                        StoragePaths.crumbs(bucket, key),
                        StoragePaths.name(key),
                        StoragePaths.uri(bucket, key),
                        facts(object, frames.moments(context)),
                        previews.of(object),
                        StoragePaths.object(bucket, "download", key),
                        StoragePaths.object(bucket, "delete", key)));
    }

    private static List<Map.Entry<String, String>> facts(StoredObject object, Moments moments) {
        List<Map.Entry<String, String>> facts = new ArrayList<>();
        facts.add(Map.entry("Size", "%,d bytes".formatted(object.size())));
        facts.add(Map.entry("Type", object.metadata().contentType()));
        facts.add(Map.entry("Changed", moments.at(object.modifiedAt())));
        facts.add(Map.entry("ETag", object.etag()));
        Checksum checksum = object.checksum();
        if (checksum != null) {
            facts.add(Map.entry(checksum.algorithm().name(), checksum.value()));
        }
        if (object.content().parts() > 0) {
            facts.add(Map.entry("Parts", Integer.toString(object.content().parts())));
        }
        object.metadata().user().forEach((name, value) -> facts.add(Map.entry(name, value)));
        object.tags().forEach((name, value) -> facts.add(Map.entry("Tag " + name, value)));
        return facts;
    }

    /// As a file to be saved, whatever it is: nothing of it may run on this page's behalf.
    private void download(Context context) throws IOException {
        context.header(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + StoragePaths.encoded(StoragePaths.name(desk.key(context).value()))
                                .replace("+", "%20"));
        send(context, "application/octet-stream");
    }

    /// Only what browsers show as pictures, shut off from everything.
    private void picture(Context context) throws IOException {
        StoredObject object = desk.object(context);
        send(context, Previews.pictureType(object).orElse("application/octet-stream"));
    }

    private void send(Context context, String type) throws IOException {
        try (Opened opened = parts.objects().openLatest(desk.bucket(context), desk.key(context))) {
            context.disableCompression();
            context.contentType(type);
            context.header("Content-Security-Policy", "default-src 'none'; sandbox");
            context.header("Cache-Control", "no-store");
            context.header("Content-Length", Long.toString(opened.object().size()));
            OutputStream out = context.outputStream();
            opened.content().transferTo(out, 0, opened.object().size());
            out.flush();
        }
    }

    private void upload(Context context) throws IOException {
        Bucket bucket = desk.bucket(context);
        String key = parameter(context, "prefix") + parameter(context, "name");
        String type = Optional.ofNullable(context.contentType()).orElse("binary/octet-stream");
        parts.objects()
                .put(
                        bucket,
                        new ObjectKey(key),
                        new Labels(ObjectMetadata.ofType(type), Map.of()),
                        context.bodyInputStream(),
                        ContentPlan.ofLength(context.req().getContentLengthLong()),
                        WriteCondition.NONE);
        context.status(204);
    }

    private static String parameter(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).orElse("");
    }
}
