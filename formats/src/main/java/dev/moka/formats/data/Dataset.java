package dev.moka.formats.data;

import java.util.List;
import java.util.stream.IntStream;

/// Rows of features with their labels: what every reader gives and every writer takes.
///
/// @param features one row per record
/// @param labels one row per record; no columns when there are no labels
/// @param featureNames the names of the feature columns; empty when they have none
/// @param labelNames the names of the label columns; empty when they have none
public record Dataset(
        Matrix features, DenseMatrix labels, List<String> featureNames, List<String> labelNames) {
    public Dataset {
        featureNames = List.copyOf(featureNames);
        labelNames = List.copyOf(labelNames);
        if (labels.rows() != features.rows()) {
            throw new IllegalArgumentException(
                    "%d rows of labels for %d rows of features"
                            .formatted(labels.rows(), features.rows()));
        }
        named("feature", featureNames, features.columns());
        named("label", labelNames, labels.columns());
    }

    /// Features without labels and without names.
    public static Dataset of(Matrix features) {
        return new Dataset(features, DenseMatrix.empty(features.rows()), List.of(), List.of());
    }

    /// Features with one label each.
    public static Dataset of(Matrix features, Values labels) {
        return new Dataset(features, DenseMatrix.column(labels), List.of(), List.of());
    }

    /// A data set without rows.
    public static Dataset empty() {
        return of(DenseMatrix.empty(0));
    }

    /// How many rows there are.
    public int rows() {
        return features.rows();
    }

    /// The same with these names for the feature columns.
    public Dataset withFeatureNames(String... names) {
        return new Dataset(features, labels, List.of(names), labelNames);
    }

    /// The same with these names for the label columns.
    public Dataset withLabelNames(String... names) {
        return new Dataset(features, labels, featureNames, List.of(names));
    }

    /// The rows from `from` to before `to`, as a copy.
    public Dataset slice(int from, int to) {
        return new Dataset(
                features.slice(from, to), labels.slice(from, to), featureNames, labelNames);
    }

    /// About `count` equal parts in order, as a sharded upload wants; never an empty one, except of
    /// an empty data set.
    public List<Dataset> split(int count) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "a data set splits into 1 part or more, not " + count);
        }
        int parts = Math.clamp(rows(), 1, count);
        return IntStream.range(0, parts)
                .mapToObj(part -> slice(edge(part, parts), edge(part + 1, parts)))
                .toList();
    }

    private int edge(int part, int parts) {
        return (int) ((long) rows() * part / parts);
    }

    private static void named(String what, List<String> names, int columns) {
        if (!names.isEmpty() && names.size() != columns) {
            throw new IllegalArgumentException(
                    "%d %s names for %d columns".formatted(names.size(), what, columns));
        }
    }
}
