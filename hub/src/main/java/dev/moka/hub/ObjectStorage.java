package dev.moka.hub;

import dev.moka.hub.objects.Blobs;
import dev.moka.hub.objects.BucketStore;
import dev.moka.hub.objects.Buckets;
import dev.moka.hub.objects.Listings;
import dev.moka.hub.objects.MultipartUploads;
import dev.moka.hub.objects.ObjectStore;
import dev.moka.hub.objects.StoredObjects;
import dev.moka.hub.objects.UploadStore;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/// The object store of the hub, wired to its ports.
final class ObjectStorage implements AutoCloseable {
    final Buckets buckets;
    final StoredObjects objects;
    final Listings listings;
    final MultipartUploads uploads;
    private final Thread sweeper;

    /// @param folder where the bytes of objects lie
    ObjectStorage(
            Path folder,
            BucketStore bucketStore,
            ObjectStore objectStore,
            UploadStore uploadStore,
            String region,
            SecureRandom random,
            Clock clock) {
        Blobs blobs =
                new Blobs(
                        folder,
                        objectStore,
                        random,
                        Thread.ofVirtual().name("digest-", 0).factory());
        this.buckets = new Buckets(bucketStore, blobs, region, clock);
        this.objects = new StoredObjects(objectStore, uploadStore, blobs, clock);
        this.listings = new Listings(objectStore);
        this.uploads = new MultipartUploads(uploadStore, objects, blobs, random, clock);
        this.sweeper = Thread.ofVirtual().name("sweep-objects").start(blobs::sweep);
    }

    @Override
    public void close() {
        sweeper.interrupt();
        try {
            sweeper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
