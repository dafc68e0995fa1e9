package dev.moka.hub.console;

import dev.moka.hub.console.view.AdminPage.Column;
import dev.moka.hub.console.view.InstanceRow;
import dev.moka.hub.notebook.InstanceDetails;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How an administrator wants the table: which rows, in which order.
///
/// @param sort the column, with a hyphen before it for the other direction
record AdminTable(String filter, String sort) {
    private static final String USUAL = "user";
    private static final Comparator<InstanceDetails> BY_OWNER =
            Comparator.comparing((InstanceDetails details) -> details.instance().key().owner())
                    .thenComparing(details -> details.instance().key().name());
    private static final Map<String, Comparator<InstanceDetails>> ORDERS =
            Map.of(
                    "user", BY_OWNER,
                    "name", Comparator.comparing(details -> details.instance().key().name()),
                    "status", Comparator.comparing(details -> details.instance().status().word()),
                    "type", Comparator.comparing(details -> details.type().name()),
                    "kernels", Comparator.comparingInt(InstanceDetails::kernels),
                    "memory", Comparator.comparingLong(InstanceDetails::memoryBytesUsed),
                    "running", Comparator.comparing(details -> details.instance().status().since()),
                    "today", Comparator.comparing(details -> details.spend().usd()));

    static AdminTable of(String filter, String sort) {
        String column = sort.startsWith("-") ? sort.substring(1) : sort;
        return new AdminTable(filter, ORDERS.containsKey(column) ? sort : USUAL);
    }

    List<InstanceDetails> arrange(List<InstanceDetails> all) {
        Comparator<InstanceDetails> order =
                ORDERS.getOrDefault(column(), BY_OWNER).thenComparing(BY_OWNER);
        return all.stream().sorted(descending() ? order.reversed() : order).toList();
    }

    boolean accepts(InstanceRow row) {
        String all =
                String.join(" ", row.owner(), row.name(), row.type(), row.status().word())
                        .toLowerCase(Locale.ROOT);
        return Arrays.stream(filter.toLowerCase(Locale.ROOT).split("\\s+", -1))
                .allMatch(all::contains);
    }

    List<Column> columns() {
        return List.of(
                column("User", "user", ""),
                column("Instance", "name", ""),
                column("Status", "status", ""),
                column("Type", "type", ""),
                column("Kernels", "kernels", "number"),
                column("Memory", "memory", ""),
                column("Running for", "running", "number"),
                column("Today", "today", "number"));
    }

    String query(String order) {
        return "q=%s&sort=%s".formatted(URLEncoder.encode(filter, StandardCharsets.UTF_8), order);
    }

    private Column column(String word, String name, String css) {
        boolean sorted = name.equals(column());
        String next = sorted && !descending() ? "-" + name : name;
        String direction = descending() ? "descending" : "ascending";
        return new Column(word, css, "/admin?" + query(next), sorted ? direction : null);
    }

    private String column() {
        return descending() ? sort.substring(1) : sort;
    }

    private boolean descending() {
        return sort.startsWith("-");
    }
}
