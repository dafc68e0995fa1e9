package dev.moka.hub.console.view;

import java.util.List;
import java.util.Map;

/// One object: what is told about it, and a look into it.
///
/// @param uri `s3://…`
/// @param facts in the order in which they are shown
public record ObjectPage(
        Frame frame,
        List<Link> crumbs,
        String heading,
        String uri,
        List<Map.Entry<String, String>> facts,
        Preview preview,
        String download,
        String delete) {

    public ObjectPage {
        crumbs = List.copyOf(crumbs);
        facts = List.copyOf(facts);
    }

    /// A look into an object; what does not fit its kind is empty.
    ///
    /// @param note what is left out, or why there is nothing to see
    public record Preview(
            List<String> head, List<List<String>> rows, String text, String picture, String note) {

        public Preview {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }

        public static Preview none(String note) {
            return new Preview(List.of(), List.of(), "", "", note);
        }
    }
}
