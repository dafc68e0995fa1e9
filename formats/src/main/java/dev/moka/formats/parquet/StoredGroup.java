package dev.moka.formats.parquet;

import java.util.List;

/// A row group that was written: how many rows, and where each column's page lies.
record StoredGroup(long rows, List<Chunk> chunks) {
    StoredGroup {
        chunks = List.copyOf(chunks);
    }

    long bytes() {
        return chunks.stream().mapToLong(Chunk::uncompressed).sum();
    }

    /// One column's page within the group; sizes are with the page's header.
    record Chunk(StoredColumn column, long offset, long uncompressed, long compressed) {}
}
