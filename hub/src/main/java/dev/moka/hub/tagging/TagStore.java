package dev.moka.hub.tagging;

import java.util.List;
import java.util.Map;

/// Keeps tags of resources.
public interface TagStore {

    /// Adds tags and replaces the values of those that are there, unless the resource had more than
    /// `most` then; answers whether it was done.
    boolean put(String resource, Map<String, String> tags, int most);

    /// By key.
    Map<String, String> list(String resource);

    void remove(String resource, List<String> keys);

    void removeAll(String resource);
}
