package dev.moka.algorithms.data;

import dev.moka.algorithms.algorithm.JobError;
import dev.moka.formats.data.ElementType;
import dev.moka.formats.data.SparseBuilder;
import dev.moka.formats.text.LineSource;
import dev.moka.formats.text.NumberScanner;
import dev.moka.formats.text.NumberText;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// A reader of training rows as XGBoost writes LibSVM: `label[:weight] [qid:query] index:value …`.
/// Indices begin at 0.
final class LabelledLibSvm implements Closeable {
    private static final byte[] QUERY = "qid:".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_SHOWN = 50;

    private final Path file;
    private final LineSource lines;
    private final NumberScanner numbers = new NumberScanner();
    private long rowsBefore;
    private int at;
    private int end;

    private SparseBuilder features = new SparseBuilder(ElementType.FLOAT32);
    private float[] labels = {};
    private float[] weights = {};
    private int[] queries = {};
    private boolean weighted;
    private boolean ranked;

    LabelledLibSvm(Path file) throws IOException {
        this.file = file;
        lines = new LineSource(DataFileInput.open(file), ChannelFiles.name(file));
    }

    /// The next rows; empty after the last.
    Optional<Batch> next(int limit) throws IOException {
        features = new SparseBuilder(ElementType.FLOAT32);
        labels = new float[Math.min(limit, 1024)];
        weights = new float[labels.length];
        queries = new int[labels.length];
        int rows = 0;
        while (rows < limit && lines.nextNotBlank()) {
            if (begin()) {
                grow(rows);
                row(rows++);
            }
        }
        if (rows == 0) {
            return Optional.empty();
        }
        long first = rowsBefore;
        rowsBefore += rows;
        return Optional.of(
                new Batch(
                        file,
                        first,
                        features.build(features.widest()),
                        Arrays.copyOf(labels, rows),
                        weighted ? Arrays.copyOf(weights, rows) : new float[0],
                        ranked ? Arrays.copyOf(queries, rows) : new int[0]));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /// Goes to the first token; false when the line is only a comment.
    private boolean begin() {
        at = lines.start();
        end = at;
        while (end < lines.end() && lines.bytes()[end] != '#') {
            end++;
        }
        return more();
    }

    private void row(int row) {
        labels[row] = number();
        weights[row] = 1;
        if (at < end && lines.bytes()[at] == ':') {
            at++;
            weights[row] = number();
            weighted = true;
        }
        if (more() && startsWithQuery()) {
            at += QUERY.length;
            queries[row] = (int) number();
            ranked = true;
        }
        while (more()) {
            int index = index();
            features.add(index, number());
        }
        features.endRow();
    }

    private int index() {
        int first = at;
        long index = 0;
        while (at < end && isDigit(lines.bytes()[at]) && index < Integer.MAX_VALUE) {
            index = index * 10 + lines.bytes()[at++] - '0';
        }
        if (at == first || at >= end || lines.bytes()[at] != ':' || index >= Integer.MAX_VALUE) {
            throw wrong();
        }
        at++;
        return (int) index;
    }

    /// A number that ends at a space, a colon or the line's end.
    private float number() {
        float value = numbers.scanFloat(lines.bytes(), at);
        int stop = numbers.end();
        if (stop > at && stop <= end && (stop == end || ends(lines.bytes()[stop]))) {
            at = stop;
            return value;
        }
        int last = at;
        while (last < end && !ends(lines.bytes()[last])) {
            last++;
        }
        double special = NumberText.parse(lines.text(at, last)).orElseThrow(this::wrong);
        at = last;
        return (float) special;
    }

    private boolean more() {
        while (at < end && isSpace(lines.bytes()[at])) {
            at++;
        }
        return at < end;
    }

    private boolean startsWithQuery() {
        return end - at > QUERY.length
                && Arrays.equals(lines.bytes(), at, at + QUERY.length, QUERY, 0, QUERY.length);
    }

    /// AWS's message for the first line, the most frequent mistake being CSV without a content
    /// type.
    private JobError.Client wrong() {
        String text = lines.text();
        String shown = text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN);
        return new JobError.Client(
                lines.number() == 1
                        ? ("First line '%s...' of file '%s' is not 'LIBSVM' format. Please ensure"
                               + " the file is in 'LIBSVM' format; for CSV set the channel's"
                               + " ContentType to text/csv.")
                                .formatted(shown, lines.source())
                        : "%s, line %d: '%s' is not 'LIBSVM' format (label index:value ...)"
                                .formatted(lines.source(), lines.number(), shown));
    }

    private void grow(int row) {
        if (row == labels.length) {
            int size = Math.multiplyExact(row, 2);
            labels = Arrays.copyOf(labels, size);
            weights = Arrays.copyOf(weights, size);
            queries = Arrays.copyOf(queries, size);
        }
    }

    private static boolean ends(byte b) {
        return isSpace(b) || b == ':';
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t';
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
