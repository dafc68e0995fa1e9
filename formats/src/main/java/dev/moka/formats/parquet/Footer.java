package dev.moka.formats.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The parts of a Parquet file's footer, as Thrift structs.
final class Footer {
    private static final int REQUIRED = 0;
    private static final int PLAIN = 0;
    private static final int RLE = 3;

    private Footer() {}

    /// The root of the schema, without a column, and then the columns.
    static List<Node> schema(List<StoredColumn> columns) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Node("schema", columns.size(), Optional.empty()));
        columns.forEach(column -> nodes.add(new Node(column.name(), 0, Optional.of(column))));
        return nodes;
    }

    static void element(ThriftWriter writer, Node node) {
        if (node.column().isPresent()) {
            writer.i32(1, node.column().get().physicalType())
                    .i32(3, REQUIRED)
                    .string(4, node.name());
        } else {
            writer.string(4, node.name()).i32(5, node.children());
        }
    }

    static void group(ThriftWriter writer, StoredGroup group, int codec) {
        writer.structs(
                        1,
                        group.chunks(),
                        (column, chunk) -> chunk(column, chunk, group.rows(), codec))
                .i64(2, group.bytes())
                .i64(3, group.rows());
    }

    private static void chunk(ThriftWriter writer, StoredGroup.Chunk chunk, long rows, int codec) {
        writer.i64(2, chunk.offset())
                .struct(
                        3,
                        meta ->
                                meta.i32(1, chunk.column().physicalType())
                                        .ints(2, PLAIN, RLE)
                                        .strings(3, List.of(chunk.column().name()))
                                        .i32(4, codec)
                                        .i64(5, rows)
                                        .i64(6, chunk.uncompressed())
                                        .i64(7, chunk.compressed())
                                        .i64(9, chunk.offset()));
    }

    /// A node of the schema.
    record Node(String name, int children, Optional<StoredColumn> column) {}
}
