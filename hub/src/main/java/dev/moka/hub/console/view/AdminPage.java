package dev.moka.hub.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everybody's notebook instances.
public record AdminPage(
        Frame frame,
        String host,
        List<Tile> tiles,
        String filter,
        String sort,
        List<Column> columns,
        List<InstanceRow> rows,
        String live) {

    /// A column that can be sorted by.
    public record Column(String word, String css, String href, @Nullable String sorted) {}

    public AdminPage {
        tiles = List.copyOf(tiles);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
