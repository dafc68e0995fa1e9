package dev.moka.hub.training;

import dev.moka.hub.workload.OutputLine;
import dev.moka.protocol.container.LogLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Finds the metrics of a job in what it prints.
final class JobMetrics {
    private final Map<String, Pattern> patterns = new LinkedHashMap<>();

    JobMetrics(List<MetricDefinition> definitions) {
        definitions.forEach(d -> patterns.put(d.name(), Pattern.compile(d.regex())));
    }

    List<MetricPoint> in(List<OutputLine> lines) {
        List<MetricPoint> points = new ArrayList<>();
        for (OutputLine line : lines) {
            patterns.forEach((name, pattern) -> {
                double value = LogLine.metric(pattern, line.text());
                if (Double.isFinite(value)) {
                    points.add(new MetricPoint(name, line.position(), line.at(), value));
                }
            });
        }
        return points;
    }
}
