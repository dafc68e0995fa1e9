package dev.moka.hub.console;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.console.view.BucketsPage;
import dev.moka.hub.console.view.ConfirmPage;
import dev.moka.hub.console.view.Form;
import dev.moka.hub.console.view.Link;
import dev.moka.hub.console.view.Section;
import dev.moka.hub.console.view.Tone;
import dev.moka.hub.objects.Bucket;
import dev.moka.hub.objects.BucketName;
import dev.moka.hub.objects.Listing;
import dev.moka.hub.objects.ObjectKey;
import dev.moka.hub.objects.ObjectStore.Total;
import dev.moka.hub.objects.StoreException;
import dev.moka.hub.objects.StoredObject;
import dev.moka.hub.web.Routes;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Buckets: the list, making one, and deleting one, a prefix or an object after saying what goes.
final class BucketPages implements Routes {
    private static final int AT_ONCE = 1000;

    private final StorageDesk desk;
    private final StorageParts parts;
    private final Frames frames;
    private final Templates templates;
    private final Actions actions;

    BucketPages(
            StorageDesk desk,
            StorageParts parts,
            Frames frames,
            Templates templates,
            Actions actions) {
        this.desk = desk;
        this.parts = parts;
        this.frames = frames;
        this.templates = templates;
        this.actions = actions;
    }

    @Override
    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get(StoragePaths.LIST, StorageDesk.guarded(context -> list(context, Form.empty())));
        routes.post(StoragePaths.LIST, StorageDesk.guarded(this::create));
        routes.get(StoragePaths.LIST + "/{bucket}/delete", StorageDesk.guarded(this::ask));
        routes.post(StoragePaths.LIST + "/{bucket}/delete", StorageDesk.guarded(this::delete));
    }

    private void list(Context context, Form form) {
        AccountId account = desk.account(context);
        Moments moments = frames.moments(context);
        BucketName own = BucketName.defaultOf(account, parts.buckets().region());
        List<BucketsPage.Row> rows =
                parts.buckets().list(account).stream()
                        .map(bucket -> row(bucket, own, moments))
                        .toList();
        templates.show(
                context,
                "buckets",
                new BucketsPage(
                        frames.of(context, "S3 buckets", Section.S3),
                        account.value(),
                        parts.buckets().region(),
                        rows,
                        form));
    }

    private BucketsPage.Row row(Bucket bucket, BucketName own, Moments moments) {
        Total total = parts.objects().total(bucket, "");
        return new BucketsPage.Row(
                bucket.name().value(),
                StoragePaths.bucket(bucket.name().value()),
                bucket.name().equals(own) ? "default of SageMaker's SDKs" : "",
                "%,d".formatted(total.objects()),
                Words.bytes(total.bytes()),
                moments.at(bucket.createdAt()));
    }

    private void create(Context context) {
        AccountId account = desk.account(context);
        Fields fields = Fields.of(context, "name");
        Optional<Bucket> made = fields.attempt("name", () -> create(account, fields.value("name")));
        made.ifPresentOrElse(
                bucket -> {
                    actions.tell(context, Tone.OK, "Created " + bucket.name() + ".");
                    actions.go(context, StoragePaths.bucket(bucket.name().value()));
                },
                () -> list(context.status(400), fields.form()));
    }

    private Bucket create(AccountId account, String name) {
        try {
            return parts.buckets().create(account, new BucketName(name.strip()), Map.of());
        } catch (StoreException e) {
            throw StorageDesk.translated(e);
        }
    }

    /// What is to go: one object, all under a prefix, or the bucket with everything.
    private record Doomed(Bucket bucket, String key, String prefix, Total total) {

        boolean isObject() {
            return !key.isEmpty();
        }

        boolean isBucket() {
            return key.isEmpty() && prefix.isEmpty();
        }

        String what() {
            String rest = isObject() ? key : prefix;
            return isBucket()
                    ? bucket.name().value()
                    : StoragePaths.uri(bucket.name().value(), rest);
        }

        /// What must be typed before it goes: a word where much is lost.
        String word() {
            if (isObject() || (isBucket() && total.objects() == 0)) {
                return "";
            }
            return isBucket() ? bucket.name().value() : StoragePaths.name(prefix);
        }

        String back() {
            String name = bucket.name().value();
            if (isBucket()) {
                return StoragePaths.LIST;
            }
            return StoragePaths.prefix(name, StoragePaths.parent(isObject() ? key : prefix));
        }

        String action() {
            String query =
                    isObject()
                            ? "?key=" + StoragePaths.encoded(key)
                            : "?prefix=" + StoragePaths.encoded(prefix);
            return StoragePaths.bucket(bucket.name().value())
                    + "/delete"
                    + (isBucket() ? "" : query);
        }
    }

    private Doomed doomed(Context context) {
        Bucket bucket = desk.bucket(context);
        String key = Optional.ofNullable(context.queryParam("key")).orElse("");
        String prefix = Optional.ofNullable(context.queryParam("prefix")).orElse("");
        if (!key.isEmpty()) {
            StoredObject object = parts.objects().require(bucket, new ObjectKey(key));
            return new Doomed(bucket, key, "", new Total(1, object.size()));
        }
        return new Doomed(bucket, "", prefix, parts.objects().total(bucket, prefix));
    }

    private void ask(Context context) {
        confirm(context, doomed(context), Form.empty());
    }

    private void confirm(Context context, Doomed doomed, Form form) {
        String bucket = doomed.bucket().name().value();
        String size = Words.bytes(doomed.total().bytes());
        String loss =
                doomed.total().objects() == 0
                        ? "no objects: it is empty"
                        : Words.count(doomed.total().objects(), "object") + ", " + size;
        String heading = "Delete " + doomed.what();
        templates.show(
                context,
                "confirm",
                new ConfirmPage(
                        frames.of(context, heading, Section.S3),
                        List.of(
                                Link.to("S3", StoragePaths.LIST),
                                Link.to(bucket, StoragePaths.bucket(bucket))),
                        heading,
                        doomed.action(),
                        List.of(),
                        "This will be gone for good:",
                        List.of(loss),
                        doomed.isBucket()
                                ? "Anybody on this hub may take the bucket's name afterwards."
                                : "Other objects of the bucket stay.",
                        doomed.word(),
                        "Delete",
                        doomed.back(),
                        form));
    }

    private void delete(Context context) {
        Doomed doomed = doomed(context);
        Fields fields = Fields.of(context, "confirm");
        if (!doomed.word().isEmpty()) {
            fields.read("confirm", typed -> Confirmations.require(doomed.word(), typed));
        }
        Optional<String> gone =
                fields.attempt(
                        "confirm",
                        () -> {
                            perform(doomed);
                            return doomed.what();
                        });
        gone.ifPresentOrElse(
                what -> {
                    actions.tell(context, Tone.OK, "Deleted " + what + ".");
                    actions.go(context, doomed.back());
                },
                () -> confirm(context.status(400), doomed, fields.form()));
    }

    private void perform(Doomed doomed) {
        if (doomed.isObject()) {
            parts.objects().delete(doomed.bucket(), List.of(new ObjectKey(doomed.key())));
            return;
        }
        deleteAll(doomed.bucket(), doomed.prefix());
        if (doomed.isBucket()) {
            parts.buckets().delete(doomed.bucket());
        }
    }

    private void deleteAll(Bucket bucket, String prefix) {
        Listing page;
        do {
            page = parts.listings().list(bucket, prefix, "", null, AT_ONCE);
            parts.objects().delete(bucket, page.objects().stream().map(StoredObject::key).toList());
        } while (page.next().isPresent());
    }
}
