package dev.moka.hub.training;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.objects.Bucket;
import dev.moka.hub.objects.BucketName;
import dev.moka.hub.objects.Buckets;
import dev.moka.hub.objects.ContentPlan;
import dev.moka.hub.objects.Listing;
import dev.moka.hub.objects.Listings;
import dev.moka.hub.objects.ObjectKey;
import dev.moka.hub.objects.ObjectMetadata;
import dev.moka.hub.objects.StoreException;
import dev.moka.hub.objects.StoredObjects;
import dev.moka.hub.objects.WriteCondition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The objects of the hub's own store, as jobs see them.
public final class StoredObjectsOfJobs implements JobStorage {
    private static final int PAGE = 1000;

    private final Buckets buckets;
    private final StoredObjects objects;
    private final Listings listings;

    public StoredObjectsOfJobs(Buckets buckets, StoredObjects objects, Listings listings) {
        this.buckets = buckets;
        this.objects = objects;
        this.listings = listings;
    }

    @Override
    public List<S3Object> list(AccountId account, S3Uri prefix) {
        try {
            Bucket bucket = bucket(account, prefix);
            List<S3Object> found = new ArrayList<>();
            Optional<Listing.Cursor> at = Optional.empty();
            do {
                Listing page = listings.list(bucket, prefix.key(), "", at.orElse(null), PAGE);
                page.objects().forEach(o -> found.add(new S3Object(o.key().value(), o.size())));
                at = page.next();
            } while (at.isPresent());
            return found;
        } catch (StoreException e) {
            throw refused("Data download failed", prefix, e);
        }
    }

    @Override
    public void fetch(AccountId account, S3Uri object, Path file) throws IOException {
        try (StoredObjects.Opened opened =
                        objects.openLatest(bucket(account, object), new ObjectKey(object.key()));
                InputStream in = opened.content().stream()) {
            Files.copy(in, file);
        } catch (StoreException e) {
            throw refused("Data download failed", object, e);
        }
    }

    @Override
    public void store(AccountId account, S3Uri object, InputStream content, long size)
            throws IOException {
        try {
            String type =
                    object.key().endsWith(".gz") ? "application/x-gzip" : "binary/octet-stream";
            objects.put(
                    bucket(account, object),
                    new ObjectKey(object.key()),
                    new StoredObjects.Labels(ObjectMetadata.ofType(type), Map.of()),
                    content,
                    ContentPlan.ofLength(size),
                    WriteCondition.NONE);
        } catch (StoreException e) {
            throw refused("Artifact upload failed", object, e);
        }
    }

    @Override
    public void requireWritable(AccountId account, S3Uri prefix) {
        try {
            bucket(account, prefix);
        } catch (StoreException e) {
            throw refused("Artifact upload would fail", prefix, e);
        }
    }

    private Bucket bucket(AccountId account, S3Uri uri) {
        return buckets.require(account, new BucketName(uri.bucket()));
    }

    private static JobDataException refused(String what, S3Uri uri, StoreException e) {
        return new JobDataException(
                "ClientError: %s: %s: %s (%s)".formatted(what, uri, e.text(), e.error()), e);
    }
}
