package dev.moka.formats.libsvm;

import dev.moka.formats.data.DataReader;
import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.DenseMatrix;
import dev.moka.formats.data.FormatException;
import dev.moka.formats.data.Place;
import dev.moka.formats.data.ReadOptions;
import dev.moka.formats.data.SparseBuilder;
import dev.moka.formats.data.SparseMatrix;
import dev.moka.formats.data.ValuesBuilder;
import dev.moka.formats.text.LineSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// A reader of LibSVM lines, `label index:value index:value … # comment`, into sparse rows. Indices
/// ascend; they start at 0 or 1 as the options say. The label may be missing, in all lines alike.
/// Without a number of columns in the options a batch is as wide as its largest index asks for.
public final class LibSvmReader implements DataReader {
    private final LineSource lines;
    private final ReadOptions options;
    private final TokenScanner tokens;
    private int labelSize = -1;

    /// A reader of `in` under these options.
    public LibSvmReader(InputStream in, ReadOptions options) {
        this.options = options;
        lines = new LineSource(in, options.source());
        tokens = new TokenScanner(lines, options.elementType());
    }

    @Override
    public Optional<Dataset> next(int limit) throws IOException {
        var features = new SparseBuilder(options.elementType());
        var labels = ValuesBuilder.of(options.elementType());
        while (features.rows() < limit && lines.nextNotBlank()) {
            tokens.begin();
            if (tokens.more()) {
                row(features, labels);
            }
        }
        if (features.rows() == 0) {
            return Optional.empty();
        }
        int columns = options.columns() > 0 ? options.columns() : features.widest();
        SparseMatrix matrix = features.build(columns);
        return Optional.of(
                new Dataset(
                        matrix,
                        new DenseMatrix(matrix.rows(), labelSize, labels.build()),
                        List.of(),
                        List.of()));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private void row(SparseBuilder features, ValuesBuilder labels) {
        boolean labelled = !tokens.isPair();
        if (labelled) {
            tokens.label(labels);
        }
        if (labelSize < 0) {
            labelSize = labelled ? 1 : 0;
        }
        if (labelSize != (labelled ? 1 : 0)) {
            throw new FormatException(
                    place(),
                    labelled
                            ? "has a label where the first line has none"
                            : "has no label where the first line has one");
        }
        long previous = -1;
        while (tokens.more()) {
            long index = tokens.index();
            column(index, previous);
            previous = index;
            tokens.value((int) (index - base()), features);
        }
        features.endRow();
    }

    private void column(long index, long previous) {
        if (index < base()) {
            throw new FormatException(place(), "has the index 0, but indices start at 1");
        }
        if (index <= previous) {
            throw new FormatException(
                    place(),
                    "has the index %d after %d; indices must ascend".formatted(index, previous));
        }
        long limit = options.columns() > 0 ? options.columns() : Integer.MAX_VALUE - 1L;
        if (index - base() >= limit) {
            throw new FormatException(
                    place(),
                    "has the index %d, above the largest of %d columns (%d)"
                            .formatted(index, limit, limit - 1 + base()));
        }
    }

    private int base() {
        return options.indexBase() == ReadOptions.IndexBase.ONE ? 1 : 0;
    }

    private Place place() {
        return Place.of(options.source(), "line", lines.number());
    }
}
