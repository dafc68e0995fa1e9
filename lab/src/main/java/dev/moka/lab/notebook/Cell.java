package dev.moka.lab.notebook;

import tools.jackson.databind.node.ObjectNode;

/// One cell: a view of its JSON.
public sealed interface Cell permits CodeCell, Cell.Markdown, Cell.Raw, Cell.Unknown {
    /// The cell's tree; treat it as immutable.
    ObjectNode json();

    /// The cell of a tree.
    static Cell of(ObjectNode json) {
        return switch (Trees.text(json.path("cell_type"))) {
            case "code" -> new CodeCell(json);
            case "markdown" -> new Markdown(json);
            case "raw" -> new Raw(json);
            default -> new Unknown(json);
        };
    }

    /// The id (nbformat 4.5), or an empty string.
    default String id() {
        return Trees.text(json().path("id"));
    }

    /// The text of the cell.
    default String source() {
        return Trees.text(json().path("source"));
    }

    /// The cell's metadata.
    default ObjectNode metadata() {
        return Trees.object(json().path("metadata"));
    }

    /// Whether the cell has this tag.
    default boolean hasTag(String tag) {
        return metadata().path("tags").valueStream().anyMatch(node -> Trees.text(node).equals(tag));
    }

    /// Prose in Markdown.
    record Markdown(ObjectNode json) implements Cell {}

    /// Text that is neither run nor rendered.
    record Raw(ObjectNode json) implements Cell {}

    /// A kind of cell that this version does not know.
    record Unknown(ObjectNode json) implements Cell {}
}
