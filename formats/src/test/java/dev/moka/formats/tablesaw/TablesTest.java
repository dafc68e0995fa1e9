package dev.moka.formats.tablesaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moka.formats.data.Dataset;
import dev.moka.formats.data.ElementType;
import dev.moka.formats.data.Values;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

class TablesTest {
    @Test
    void aTableBecomesADataSetAndATableAgain() {
        Table table =
                Table.create(
                        "t",
                        DoubleColumn.create("x1", 0.1, 0.2),
                        DoubleColumn.create("x2", 3, Double.NaN),
                        IntColumn.create("y", 1, 0));
        Dataset rows = Tables.toDataset(table, "y");
        assertThat(rows.labels().values()).isEqualTo(Values.of(1, 0));
        assertThat(rows.features().dense().values()).isEqualTo(Values.of(0.1, 3, 0.2, Double.NaN));
        assertThat(rows.featureNames()).containsExactly("x1", "x2");
        Table back = Tables.toTable("t", rows);
        assertThat(back.columnNames()).containsExactly("y", "x1", "x2");
        assertThat(back.doubleColumn("x1").asDoubleArray()).containsExactly(0.1, 0.2);
        assertThat(back.doubleColumn("x2").isMissing(1)).isTrue();
    }

    @Test
    void numbersKeepTheirType() {
        assertThat(type(FloatColumn.create("a", 1f))).isEqualTo(ElementType.FLOAT32);
        assertThat(type(BooleanColumn.create("a", true, false))).isEqualTo(ElementType.INT32);
        assertThat(type(IntColumn.create("a", 1), FloatColumn.create("b", 1f)))
                .isEqualTo(ElementType.FLOAT64);
        var missing = IntColumn.create("a", 1, 2);
        missing.setMissing(0);
        assertThat(type(missing)).isEqualTo(ElementType.FLOAT64);
    }

    @Test
    void textIsRefusedByColumn() {
        assertThatThrownBy(() -> type(StringColumn.create("name", "a")))
                .hasMessage(
                        "column 'name' holds STRING, not numbers; leave it out or turn it into"
                                + " numbers first");
    }

    private static ElementType type(Column<?>... columns) {
        return Tables.toDataset(Table.create("t", columns)).features().type();
    }
}
