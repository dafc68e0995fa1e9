package dev.moka.formats.parquet;

import dev.moka.formats.data.ElementType;

/// A column of a file that is written: its name and the type of its numbers.
record StoredColumn(String name, ElementType type) {

    /// Parquet's number for the physical type.
    int physicalType() {
        return switch (type) {
            case INT32 -> 1;
            case FLOAT32 -> 4;
            case FLOAT64 -> 5;
        };
    }
}
