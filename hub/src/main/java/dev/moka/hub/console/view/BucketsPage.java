package dev.moka.hub.console.view;

import java.util.List;

/// The buckets of the account that a person works in.
///
/// @param region where they are said to lie
public record BucketsPage(Frame frame, String account, String region, List<Row> rows, Form form) {

    /// One bucket and what is in it.
    public record Row(
            String name, String path, String tag, String objects, String size, String created) {}

    public BucketsPage {
        rows = List.copyOf(rows);
    }
}
