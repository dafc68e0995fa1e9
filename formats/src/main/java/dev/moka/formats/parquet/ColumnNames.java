package dev.moka.formats.parquet;

import dev.moka.formats.data.Dataset;
import java.util.ArrayList;
import java.util.List;

/// The columns that a data set has in a Parquet file, where every column has a name.
final class ColumnNames {
    private ColumnNames() {}

    static List<StoredColumn> of(Dataset rows) {
        List<StoredColumn> columns = new ArrayList<>();
        for (int label = 0; label < rows.labels().columns(); label++) {
            String usual = label == 0 ? "label" : "label_" + label;
            columns.add(
                    new StoredColumn(name(rows.labelNames(), label, usual), rows.labels().type()));
        }
        for (int feature = 0; feature < rows.features().columns(); feature++) {
            String usual = "x" + (feature + 1);
            columns.add(
                    new StoredColumn(
                            name(rows.featureNames(), feature, usual), rows.features().type()));
        }
        return columns;
    }

    private static String name(List<String> names, int index, String usual) {
        return names.isEmpty() ? usual : names.get(index);
    }
}
