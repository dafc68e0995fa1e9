package dev.moka.hub.console.view;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What lies in a bucket under one prefix.
///
/// @param heading the last part of the prefix, or the bucket
/// @param uri `s3://…` of the prefix
/// @param path of the bucket's page
/// @param find what names must begin with
/// @param columns by which the rows can be sorted, none where there is more than one page
/// @param count what is shown, in words
public record ObjectsPage(
        Frame frame,
        List<Link> crumbs,
        String heading,
        String uri,
        String path,
        String prefix,
        String find,
        List<Column> columns,
        List<Row> rows,
        String count,
        String first,
        String next,
        String uploadPath,
        String deletePath) {

    /// A column head; the address is empty where it can't be sorted by.
    public record Column(String word, String href, String sorted, String css) {

        /// `aria-sort`, or null, so that the attribute is left out.
        public @Nullable String direction() {
            return sorted.isEmpty() ? null : sorted;
        }
    }

    /// An object, or all that lie under a longer prefix.
    public record Row(
            String name,
            String path,
            boolean folder,
            String size,
            String modified,
            String download,
            String delete) {}

    public ObjectsPage {
        crumbs = List.copyOf(crumbs);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// Whether nothing is here although nothing was searched for.
    public boolean isEmpty() {
        return rows.isEmpty() && find.isEmpty();
    }
}
