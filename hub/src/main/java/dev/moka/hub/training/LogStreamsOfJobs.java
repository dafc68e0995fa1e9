package dev.moka.hub.training;

import dev.moka.hub.logs.LogEvent;
import dev.moka.hub.logs.Logs;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The hub's log streams, as jobs write them.
public final class LogStreamsOfJobs implements JobLog {
    private final Logs logs;
    private final Clock clock;
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    public LogStreamsOfJobs(Logs logs, Clock clock) {
        this.logs = logs;
        this.clock = clock;
    }

    @Override
    public void append(TrainingJobKey job, String stream, List<Line> lines) {
        long now = clock.millis();
        logs.events()
                .append(
                        ids.computeIfAbsent(job.account() + stream, _ -> open(job, stream)),
                        lines.stream()
                                .map(line ->
                                        new LogEvent(line.at().toEpochMilli(), now, line.text()))
                                .toList());
    }

    private String open(TrainingJobKey job, String stream) {
        logs.open(job.account(), GROUP, stream).close();
        return logs.stream(job.account(), GROUP, stream).id();
    }
}
