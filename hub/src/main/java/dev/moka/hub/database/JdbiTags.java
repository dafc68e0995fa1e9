package dev.moka.hub.database;

import dev.moka.hub.tagging.TagStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Tags in the database.
public final class JdbiTags implements TagStore {
    private final Database database;

    public JdbiTags(Database database) {
        this.database = database;
    }

    @Override
    public boolean put(String resource, Map<String, String> tags, int most) {
        return database.write(handle -> {
            Map<String, String> all = list(handle, resource);
            all.putAll(tags);
            if (all.size() > most) {
                return false;
            }
            tags.forEach((key, value) ->
                    handle.createUpdate(
                                    """
                                    insert into resource_tags (resource, tag_key, tag_value)
                                    values (:resource, :key, :value)
                                    on conflict (resource, tag_key) do update set tag_value = :value
                                    """)
                            .bind("resource", resource)
                            .bind("key", key)
                            .bind("value", value)
                            .execute());
            return true;
        });
    }

    @Override
    public Map<String, String> list(String resource) {
        return database.read(handle -> list(handle, resource));
    }

    @Override
    public void remove(String resource, List<String> keys) {
        database.change(handle ->
                keys.forEach(key ->
                        handle.createUpdate(
                                        "delete from resource_tags where resource = :resource and"
                                                + " tag_key = :key")
                                .bind("resource", resource)
                                .bind("key", key)
                                .execute()));
    }

    @Override
    public void removeAll(String resource) {
        database.change(handle ->
                handle.createUpdate("delete from resource_tags where resource = :resource")
                        .bind("resource", resource)
                        .execute());
    }

    private static Map<String, String> list(Handle handle, String resource) {
        Map<String, String> tags = new LinkedHashMap<>();
        handle.createQuery(
                        "select tag_key, tag_value from resource_tags where resource = :resource"
                                + " order by tag_key")
                .bind("resource", resource)
                .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
        return tags;
    }
}
