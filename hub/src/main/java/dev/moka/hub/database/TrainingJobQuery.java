package dev.moka.hub.database;

import dev.moka.hub.account.AccountId;
import dev.moka.hub.training.TrainingJobFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// The query for a page of training jobs; it costs the same however far the page is.
final class TrainingJobQuery {
    private final TrainingJobFilter filter;
    private final List<String> conditions = new ArrayList<>(List.of("account = :account"));
    private final Map<String, Object> values = new LinkedHashMap<>();

    TrainingJobQuery(AccountId account, TrainingJobFilter filter) {
        this.filter = filter;
        values.put("account", account.value());
        String name = filter.nameContains();
        if (name != null) {
            conditions.add("lower(name) like :part escape '!'");
            values.put(
                    "part", "%" + name.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%");
        }
        String status = filter.status();
        if (status != null) {
            conditions.add("status = :status");
            values.put("status", status);
        }
        time("created_at >", "createdAfter", filter.createdAfter());
        time("created_at <", "createdBefore", filter.createdBefore());
        time("modified_at >", "modifiedAfter", filter.modifiedAfter());
        time("modified_at <", "modifiedBefore", filter.modifiedBefore());
        after(filter.after());
    }

    Query on(Handle handle) {
        String order = filter.descending() ? " desc" : "";
        Query query =
                handle.createQuery(
                        "select * from training_jobs where %s order by %s%s, name%s limit %d"
                                .formatted(
                                        String.join(" and ", conditions),
                                        column(),
                                        order,
                                        order,
                                        filter.limit()));
        values.forEach(query::bind);
        return query;
    }

    private void time(String comparison, String name, @Nullable Instant at) {
        if (at != null) {
            conditions.add(comparison + " :" + name);
            values.put(name, at.toEpochMilli());
        }
    }

    private void after(TrainingJobFilter.@Nullable Mark mark) {
        if (mark == null) {
            return;
        }
        String beyond = filter.descending() ? "<" : ">";
        conditions.add("(%s, name) %s (:sorted, :name)".formatted(column(), beyond));
        boolean number = filter.sortBy() == TrainingJobFilter.SortBy.CREATION_TIME;
        values.put("sorted", number ? Long.valueOf(mark.sorted()) : mark.sorted());
        values.put("name", mark.name());
    }

    private String column() {
        return switch (filter.sortBy()) {
            case NAME -> "name";
            case CREATION_TIME -> "created_at";
            case STATUS -> "status";
        };
    }
}
