package dev.moka.kernel.display;

import dev.moka.kernel.api.DisplayData;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// XChart's charts as pictures of twice their size, for sharp screens, with their title, axes and
/// series in words.
final class Charts {
    private static final int SCALE = 2;
    private static final int NAMED_SERIES = 12;

    private Charts() {}

    static DisplayData render(Object chart) {
        Reflected it = new Reflected(chart, "org.knowm.xchart.internal.chartpart.Chart");
        int width = (int) it.call("getWidth");
        int height = (int) it.call("getHeight");
        var image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(SCALE, SCALE);
            it.call(
                    "paint",
                    List.of(Graphics2D.class, int.class, int.class),
                    graphics,
                    width,
                    height);
        } finally {
            graphics.dispose();
        }
        return Pictures.of(image, width, height, words(chart, it));
    }

    private static String words(Object chart, Reflected it) {
        List<String> parts = new ArrayList<>();
        String kind = chart.getClass().getSimpleName().replaceAll("Chart$", "");
        String title = it.text("getTitle");
        parts.add("%s chart%s".formatted(kind, title.isBlank() ? "" : ": " + title));
        String x = it.callIfPresent("getXAxisTitle").map(String::valueOf).orElse("");
        String y = it.callIfPresent("getYAxisTitle").map(String::valueOf).orElse("");
        if (!x.isBlank()) {
            parts.add("x axis: " + x);
        }
        if (!y.isBlank()) {
            parts.add("y axis: " + y);
        }
        List<String> names = seriesNames(it);
        if (!names.isEmpty()) {
            String more =
                    names.size() > NAMED_SERIES
                            ? " and %d more".formatted(names.size() - NAMED_SERIES)
                            : "";
            parts.add(
                    "series: "
                            + names.stream().limit(NAMED_SERIES).collect(Collectors.joining(", "))
                            + more);
        }
        return String.join("; ", parts);
    }

    /// XChart 4 has a collection of series where version 3 has a map.
    private static List<String> seriesNames(Reflected chart) {
        Optional<Object> map = chart.callIfPresent("getSeriesMap");
        if (map.isPresent() && map.get() instanceof Map<?, ?> series) {
            return series.keySet().stream().map(String::valueOf).toList();
        }
        return chart.callIfPresent("getSeriesCollection").stream()
                .flatMap(series -> ((Collection<?>) series).stream())
                .flatMap(each -> Reflected.of(each).callIfPresent("getName").stream())
                .map(String::valueOf)
                .toList();
    }
}
