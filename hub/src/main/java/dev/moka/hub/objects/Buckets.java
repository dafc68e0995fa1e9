package dev.moka.hub.objects;

import dev.moka.hub.account.AccountId;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The buckets of all accounts, whose names are one name space. Only its account sees what a bucket
/// holds. The default bucket of an account is there whenever somebody looks.
public final class Buckets {
    private final BucketStore store;
    private final Blobs blobs;
    private final String region;
    private final Clock clock;

    /// @param region where all buckets are said to lie
    public Buckets(BucketStore store, Blobs blobs, String region, Clock clock) {
        this.store = store;
        this.blobs = blobs;
        this.region = region;
        this.clock = clock;
    }

    public String region() {
        return region;
    }

    /// Makes a bucket, with these tags.
    public Bucket create(AccountId account, BucketName name, Map<String, String> tags) {
        if (name.isDefaultOfAnother(account)) {
            throw StoreError.BUCKET_ALREADY_EXISTS.exception();
        }
        Bucket bucket = new Bucket(name, account, region, clock.instant(), tags, List.of());
        if (store.insert(bucket)) {
            return bucket;
        }
        Bucket present = store.find(name).orElseThrow(StoreError.NO_SUCH_BUCKET::exception);
        throw present.account().equals(account)
                ? StoreError.BUCKET_ALREADY_OWNED.exception()
                : StoreError.BUCKET_ALREADY_EXISTS.exception();
    }

    /// An account's own bucket.
    public Bucket require(AccountId account, BucketName name) {
        Bucket bucket = find(account, name).orElseThrow(StoreError.NO_SUCH_BUCKET::exception);
        if (!bucket.account().equals(account)) {
            throw StoreError.ACCESS_DENIED.exception();
        }
        return bucket;
    }

    /// Whoever's bucket, for what a browser asks before it signs.
    public Optional<Bucket> find(BucketName name) {
        return store.find(name);
    }

    /// The buckets of an account, by name.
    public List<Bucket> list(AccountId account) {
        List<Bucket> buckets = new ArrayList<>(store.list(account));
        BucketName own = BucketName.defaultOf(account, region);
        if (buckets.stream().noneMatch(bucket -> bucket.name().equals(own))) {
            find(account, own).ifPresent(buckets::add);
        }
        buckets.sort(Comparator.comparing(Bucket::name));
        return buckets;
    }

    /// Deletes an empty bucket.
    public void delete(Bucket bucket) {
        List<String> freed =
                store.delete(bucket.name()).orElseThrow(StoreError.BUCKET_NOT_EMPTY::exception);
        blobs.release(freed);
    }

    public void setTags(Bucket bucket, Map<String, String> tags) {
        store.setTags(bucket.name(), tags);
    }

    public void setCors(Bucket bucket, List<CorsRule> rules) {
        store.setCors(bucket.name(), rules);
    }

    private Optional<Bucket> find(AccountId account, BucketName name) {
        Optional<Bucket> found = store.find(name);
        if (found.isPresent() || !name.equals(BucketName.defaultOf(account, region))) {
            return found;
        }
        store.insert(new Bucket(name, account, region, clock.instant(), Map.of(), List.of()));
        return store.find(name);
    }
}
