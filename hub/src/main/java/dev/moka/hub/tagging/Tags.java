package dev.moka.hub.tagging;

import dev.moka.hub.errors.ResourceLimitExceeded;
import dev.moka.hub.errors.ValidationException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The tags of all resources, by AWS's rules.
///
/// A resource is named by something that nothing else will ever be named by, not by its ARN, so
/// that a new thing of an old name has no old tags.
public final class Tags {
    /// AWS's limit for a resource.
    public static final int MOST = 50;

    private final TagStore store;

    public Tags(TagStore store) {
        this.store = store;
    }

    /// Refuses tags that can't be given to anything.
    public static void require(Map<String, String> tags) {
        requireCount(tags.size() <= MOST);
        for (String key : tags.keySet()) {
            if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
                throw new ValidationException(
                        "Tag key '%s' can't be used: keys that begin with aws: are AWS's own"
                                .formatted(key));
            }
        }
    }

    /// Adds tags, and replaces the values of those that are there.
    public void put(String resource, Map<String, String> tags) {
        require(tags);
        requireCount(store.put(resource, tags, MOST));
    }

    public Map<String, String> list(String resource) {
        return store.list(resource);
    }

    public void remove(String resource, List<String> keys) {
        store.remove(resource, keys);
    }

    public void removeAll(String resource) {
        store.removeAll(resource);
    }

    private static void requireCount(boolean within) {
        if (!within) {
            throw new ResourceLimitExceeded(
                    "A resource can have at most %d tags; remove some first".formatted(MOST));
        }
    }
}
