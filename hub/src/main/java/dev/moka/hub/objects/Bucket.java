package dev.moka.hub.objects;

import dev.moka.hub.account.AccountId;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A bucket: whose it is and what was set on it.
///
/// @param cors which pages of other origins may use it from a browser, in order
public record Bucket(
        BucketName name,
        AccountId account,
        String region,
        Instant createdAt,
        Map<String, String> tags,
        List<CorsRule> cors) {

    public Bucket {
        tags = Map.copyOf(tags);
        cors = List.copyOf(cors);
    }
}
