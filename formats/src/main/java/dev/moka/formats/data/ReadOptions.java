package dev.moka.formats.data;

/// What a reader is told about a file that the file does not say itself.
///
/// @param source the file's name, for messages
/// @param labelSize how many of a CSV or Parquet file's first columns are labels
/// @param elementType the type that text is read as (CSV, LibSVM, JSON)
/// @param columns how many features a row has; 0 for as many as there are
/// @param header whether a CSV file begins with column names
/// @param indexBase where a LibSVM file's indices start
public record ReadOptions(
        String source,
        int labelSize,
        ElementType elementType,
        int columns,
        Header header,
        IndexBase indexBase) {

    /// Whether a CSV file begins with column names.
    public enum Header {
        /// The first row has names: it is never read as data.
        PRESENT,
        /// Every row is data, as SageMaker's algorithms have it.
        ABSENT,
        /// The first row has names when none of its fields is a number.
        AUTO
    }

    /// Where LibSVM indices start.
    public enum IndexBase {
        /// The first column is 0, as XGBoost has it.
        ZERO,
        /// The first column is 1, as LibSVM has it.
        ONE
    }

    public ReadOptions {
        if (labelSize < 0 || columns < 0) {
            throw new IllegalArgumentException(
                    "label_size (%d) and columns (%d) can't be negative"
                            .formatted(labelSize, columns));
        }
    }

    /// No labels, float32, no header row, indices from 0: what an algorithm assumes of a request.
    public static ReadOptions of(String source) {
        return new ReadOptions(source, 0, ElementType.FLOAT32, 0, Header.ABSENT, IndexBase.ZERO);
    }

    /// The same with that many label columns.
    public ReadOptions withLabelSize(int size) {
        return new ReadOptions(source, size, elementType, columns, header, indexBase);
    }

    /// The same with text read as that type.
    public ReadOptions withElementType(ElementType type) {
        return new ReadOptions(source, labelSize, type, columns, header, indexBase);
    }

    /// The same with that many features per row.
    public ReadOptions withColumns(int count) {
        return new ReadOptions(source, labelSize, elementType, count, header, indexBase);
    }

    /// The same with that rule for the first row.
    public ReadOptions withHeader(Header rule) {
        return new ReadOptions(source, labelSize, elementType, columns, rule, indexBase);
    }

    /// The same with LibSVM indices that start there.
    public ReadOptions withIndexBase(IndexBase base) {
        return new ReadOptions(source, labelSize, elementType, columns, header, base);
    }
}
