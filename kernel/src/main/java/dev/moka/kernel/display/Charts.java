package dev.moka.kernel.display;

import dev.moka.kernel.api.DisplayData;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        String x = it.text("getXAxisTitle");
        String y = it.text("getYAxisTitle");
        if (!x.isBlank()) {
            parts.add("x axis: " + x);
        }
        if (!y.isBlank()) {
            parts.add("y axis: " + y);
        }
        Map<?, ?> series = (Map<?, ?>) it.call("getSeriesMap");
        List<String> names =
                series.keySet().stream().limit(NAMED_SERIES).map(String::valueOf).toList();
        String more =
                series.size() > NAMED_SERIES
                        ? " and %d more".formatted(series.size() - NAMED_SERIES)
                        : "";
        parts.add("series: " + String.join(", ", names) + more);
        return String.join("; ", parts);
    }
}
