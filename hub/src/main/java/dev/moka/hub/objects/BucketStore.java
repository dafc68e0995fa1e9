package dev.moka.hub.objects;

import dev.moka.hub.account.AccountId;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where buckets are kept.
public interface BucketStore {

    /// Keeps a new bucket; false when the name is taken.
    boolean insert(Bucket bucket);

    Optional<Bucket> find(BucketName name);

    /// The buckets of an account, by name.
    List<Bucket> list(AccountId account);

    /// Takes away an empty bucket with its unfinished uploads, and gives the blobs that nobody
    /// needs any more; empty when it has objects.
    Optional<List<String>> delete(BucketName name);

    void setTags(BucketName name, Map<String, String> tags);

    void setCors(BucketName name, List<CorsRule> rules);
}
