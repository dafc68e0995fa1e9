package dev.moka.kernel.display;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A list of records of one type is a table.
final class RecordData {
    private RecordData() {}

    /// The table, when the value is one.
    static Optional<TableData> of(Object value) {
        if (!(value instanceof List<?> list) || list.isEmpty() || list.getFirst() == null) {
            return Optional.empty();
        }
        Class<?> type = list.getFirst().getClass();
        boolean fits =
                type.isRecord()
                        && type.getRecordComponents().length > 0
                        && list.stream()
                                .allMatch(each -> each != null && each.getClass().equals(type));
        return fits ? Optional.of(table(type, list)) : Optional.empty();
    }

    private static TableData table(Class<?> type, List<?> rows) {
        return new TableData(
                type.getSimpleName(),
                rows.size(),
                Arrays.stream(type.getRecordComponents()).map(each -> column(each, rows)).toList());
    }

    private static TableData.Column column(RecordComponent component, List<?> rows) {
        component.getAccessor().setAccessible(true);
        return new ComponentColumn(component, rows);
    }

    private record ComponentColumn(RecordComponent component, List<?> rows)
            implements TableData.Column {
        @Override
        public String name() {
            return component.getName();
        }

        @Override
        public String type() {
            return component.getType().getSimpleName();
        }

        @Override
        public boolean numeric() {
            Class<?> type = component.getType();
            return Number.class.isAssignableFrom(type)
                    || (type.isPrimitive()
                            && !type.equals(boolean.class)
                            && !type.equals(char.class));
        }

        @Override
        public boolean missing(int row) {
            return value(row) == null;
        }

        @Override
        public String text(int row) {
            return PlainText.of(value(row));
        }

        @Override
        public @Nullable Object value(int row) {
            try {
                return component.getAccessor().invoke(rows.get(row));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
