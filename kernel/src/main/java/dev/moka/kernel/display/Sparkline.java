package dev.moka.kernel.display;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/// How a column's values are distributed, as a picture of one word's size: a histogram of numbers
/// and times, the most frequent values of everything else.
final class Sparkline {
    private static final int MAX_SAMPLES = 5_000;
    private static final int BINS = 12;
    private static final int FREQUENT = 8;
    private static final int HEIGHT = 18;
    private static final int WIDTH = 72;

    private Sparkline() {}

    /// SVG, or nothing where there is no distribution to speak of.
    static String of(TableData.Column column, int rows) {
        List<Object> values = sample(column, rows);
        if (values.size() < 2) {
            return "";
        }
        double[] numbers =
                values.stream()
                        .map(Sparkline::number)
                        .filter(OptionalDouble::isPresent)
                        .mapToDouble(OptionalDouble::getAsDouble)
                        .toArray();
        return numbers.length == values.size()
                ? histogram(column, numbers, values)
                : frequencies(column, values);
    }

    private static List<Object> sample(TableData.Column column, int rows) {
        List<Object> values = new ArrayList<>();
        int step = Math.max(1, rows / MAX_SAMPLES);
        for (int row = 0; row < rows; row += step) {
            Object value = column.value(row);
            if (value != null && !(value instanceof Double number && !Double.isFinite(number))) {
                values.add(value);
            }
        }
        return values;
    }

    private static OptionalDouble number(Object value) {
        return switch (value) {
            case Number number -> OptionalDouble.of(number.doubleValue());
            case LocalDate date -> OptionalDouble.of((double) date.toEpochDay());
            case LocalDateTime time ->
                    OptionalDouble.of((double) time.toEpochSecond(ZoneOffset.UTC));
            case Instant instant -> OptionalDouble.of((double) instant.getEpochSecond());
            case LocalTime time -> OptionalDouble.of(time.toSecondOfDay());
            default -> OptionalDouble.empty();
        };
    }

    private static String histogram(
            TableData.Column column, double[] numbers, List<Object> values) {
        double least = Arrays.stream(numbers).min().orElse(0);
        double most = Arrays.stream(numbers).max().orElse(0);
        if (!(most > least)) {
            return "";
        }
        int[] counts = new int[BINS];
        Object smallest = values.getFirst();
        Object largest = values.getFirst();
        for (int i = 0; i < numbers.length; i++) {
            int bin = (int) ((numbers[i] - least) / (most - least) * BINS);
            counts[Math.min(bin, BINS - 1)]++;
            smallest = numbers[i] == least ? values.get(i) : smallest;
            largest = numbers[i] == most ? values.get(i) : largest;
        }
        return svg(counts, "%s from %s to %s".formatted(column.name(), smallest, largest));
    }

    private static String frequencies(TableData.Column column, List<Object> values) {
        Map<Object, Integer> counts = new HashMap<>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        if (counts.size() == values.size()) {
            return "";
        }
        List<Map.Entry<Object, Integer>> top =
                counts.entrySet().stream()
                        .sorted(
                                Map.Entry.<Object, Integer>comparingByValue(
                                        Comparator.reverseOrder()))
                        .limit(FREQUENT)
                        .toList();
        String words =
                "%s: %,d different values, most often %s"
                        .formatted(
                                column.name(),
                                counts.size(),
                                PlainText.of(top.getFirst().getKey()));
        return svg(top.stream().mapToInt(Map.Entry::getValue).toArray(), words);
    }

    private static String svg(int[] counts, String words) {
        int most = Arrays.stream(counts).max().orElse(1);
        double width = (double) WIDTH / counts.length;
        StringBuilder bars = new StringBuilder();
        for (int i = 0; i < counts.length; i++) {
            double height = counts[i] == 0 ? 0 : Math.max(1, (double) HEIGHT * counts[i] / most);
            bars.append(
                    String.format(
                            Locale.ROOT,
                            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                            i * width,
                            HEIGHT - height,
                            Math.max(1, width - 1),
                            height));
        }
        return "<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\"><title>%s</title>%s</svg>"
                .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT, TableHtml.escape(words), bars);
    }
}
