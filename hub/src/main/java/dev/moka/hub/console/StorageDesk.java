package dev.moka.hub.console;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.errors.ConflictException;
import dev.moka.hub.errors.ResourceLimitExceeded;
import dev.moka.hub.errors.ResourceNotFound;
import dev.moka.hub.errors.ValidationException;
import dev.moka.hub.identity.Caller;
import dev.moka.hub.objects.Bucket;
import dev.moka.hub.objects.BucketName;
import dev.moka.hub.objects.ObjectKey;
import dev.moka.hub.objects.StoreException;
import dev.moka.hub.objects.StoredObject;
import dev.moka.hub.web.Callers;

import io.javalin.http.Context;
import io.javalin.http.Handler;

/// Finds what an S3 page is about, and tells the store's refusals in the words of the pages.
final class StorageDesk {
    private final Callers callers;
    private final StorageParts parts;

    StorageDesk(Callers callers, StorageParts parts) {
        this.callers = callers;
        this.parts = parts;
    }

    AccountId account(Context context) {
        Caller caller = callers.require(context);
        return parts.account().apply(caller);
    }

    Bucket bucket(Context context) {
        return parts.buckets()
                .require(account(context), new BucketName(context.pathParam("bucket")));
    }

    ObjectKey key(Context context) {
        String key = context.queryParam("key");
        return new ObjectKey(key == null ? "" : key);
    }

    StoredObject object(Context context) {
        return parts.objects().require(bucket(context), key(context));
    }

    /// A handler that meets the store.
    static Handler guarded(Handler handler) {
        return context -> {
            try {
                handler.handle(context);
            } catch (StoreException e) {
                throw translated(e);
            }
        };
    }

    static RuntimeException translated(StoreException e) {
        return switch (e.error()) {
            case NO_SUCH_BUCKET, ACCESS_DENIED ->
                    new ResourceNotFound(
                            "There is no such bucket in the account that you work in; perhaps it is"
                                    + " another account's, or was deleted");
            case NO_SUCH_KEY, NO_SUCH_UPLOAD ->
                    new ResourceNotFound(
                            "There is no such object any more; perhaps it was deleted or renamed");
            case BUCKET_ALREADY_EXISTS, BUCKET_ALREADY_OWNED, BUCKET_NOT_EMPTY ->
                    new ConflictException(e.text());
            case NO_SPACE -> new ResourceLimitExceeded(e.text());
            case INVALID_BUCKET_NAME ->
                    new ValidationException(
                            "A bucket's name has 3 to 63 lower-case letters, digits, hyphens and"
                                + " dots, begins and ends with a letter or a digit, and is no IP"
                                + " address");
            default -> new ValidationException(e.text());
        };
    }
}
