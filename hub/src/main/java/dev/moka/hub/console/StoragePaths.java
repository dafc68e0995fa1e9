package dev.moka.hub.console;

import dev.moka.hub.console.view.Link;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Addresses of the S3 pages. Keys go into the query, since a path would not keep `..` and `//`.
final class StoragePaths {
    static final String LIST = "/s3";
    private static final String DELIMITER = "/";

    private StoragePaths() {}

    static String bucket(String bucket) {
        return LIST + "/" + bucket;
    }

    static String prefix(String bucket, String prefix) {
        return prefix.isEmpty() ? bucket(bucket) : bucket(bucket) + "?prefix=" + encoded(prefix);
    }

    /// @param action `view`, `download`, `picture`, `delete`
    static String object(String bucket, String action, String key) {
        return "%s/%s?key=%s".formatted(bucket(bucket), action, encoded(key));
    }

    static String uri(String bucket, String key) {
        return "s3://%s/%s".formatted(bucket, key);
    }

    /// The last part of a key or prefix, with its slash.
    static String name(String key) {
        int from = key.length() - (key.endsWith(DELIMITER) ? 2 : 1);
        return key.substring(key.lastIndexOf(DELIMITER, from) + 1);
    }

    /// The prefix in which a key or prefix lies.
    static String parent(String key) {
        return key.substring(0, key.length() - name(key).length());
    }

    /// The way to a key or prefix, without itself.
    static List<Link> crumbs(String bucket, String key) {
        List<Link> crumbs = new ArrayList<>();
        crumbs.add(Link.to("S3", LIST));
        if (key.isEmpty()) {
            return crumbs;
        }
        crumbs.add(Link.to(bucket, bucket(bucket)));
        String parent = parent(key);
        for (int at = parent.indexOf(DELIMITER); at >= 0; at = parent.indexOf(DELIMITER, at + 1)) {
            String prefix = parent.substring(0, at + 1);
            crumbs.add(Link.to(name(prefix), prefix(bucket, prefix)));
        }
        return crumbs;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
