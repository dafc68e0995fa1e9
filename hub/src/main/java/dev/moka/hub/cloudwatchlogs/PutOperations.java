package dev.moka.hub.cloudwatchlogs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.moka.hub.aws.operation.Call;
import dev.moka.hub.aws.operation.Operation;
import dev.moka.hub.errors.ValidationException;
import dev.moka.hub.logs.LogEvent;
import dev.moka.hub.logs.LogEventStore;
import dev.moka.hub.logs.LogStream;
import dev.moka.hub.logs.Logs;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// PutLogEvents, with AWS's limits.
final class PutOperations {
    private static final int LARGEST_BATCH = 1_048_576;
    private static final int AROUND_EVENT = 26;
    private static final int LARGEST_EVENT = 1_048_576;
    private static final long LONGEST_SPAN = Duration.ofHours(24).toMillis();
    private static final long OLDEST = Duration.ofDays(14).toMillis();
    private static final long NEWEST = Duration.ofHours(2).toMillis();

    private final Logs logs;
    private final Clock clock;

    PutOperations(Logs logs, Clock clock) {
        this.logs = logs;
        this.clock = clock;
    }

    record InputEvent(Long timestamp, String message) {}

    record PutRequest(
            String logGroupName,
            String logStreamName,
            List<InputEvent> logEvents,
            @Nullable String sequenceToken) {}

    record Rejected(
            @Nullable Integer tooNewLogEventStartIndex, @Nullable Integer tooOldLogEventEndIndex) {}

    record PutResponse(String nextSequenceToken, @Nullable Rejected rejectedLogEventsInfo) {}

    List<Operation<?, ?>> table() {
        return List.of(
                Operation.of("PutLogEvents", PutRequest.class, PutResponse.class, this::put)
                        .differing("Events come back in the order in which they were put."));
    }

    /// A token as AWS still gives; nobody has to send it any more.
    static String sequence(long bytes) {
        return String.format(Locale.ROOT, "%056d", bytes);
    }

    private PutResponse put(Call call, PutRequest request) {
        LogStream stream =
                logs.stream(Groups.account(call), request.logGroupName(), request.logStreamName());
        requireBatch(request.logEvents());
        long now = clock.millis();
        int old = 0;
        int fresh = request.logEvents().size();
        List<LogEvent> accepted = new ArrayList<>();
        for (int i = 0; i < request.logEvents().size(); i++) {
            InputEvent event = request.logEvents().get(i);
            if (event.timestamp() < now - OLDEST) {
                old = i + 1;
            } else if (event.timestamp() > now + NEWEST) {
                fresh = Math.min(fresh, i);
            } else {
                accepted.add(new LogEvent(event.timestamp(), now, event.message()));
            }
        }
        if (!accepted.isEmpty()) {
            logs.events().append(stream.id(), accepted);
        }
        return new PutResponse(
                sequence(
                        logs.events()
                                .summary(stream.id())
                                .map(LogEventStore.Summary::bytes)
                                .orElse(0L)),
                old == 0 && fresh == request.logEvents().size()
                        ? null
                        : new Rejected(
                                fresh == request.logEvents().size() ? null : (Integer) fresh,
                                old == 0 ? null : (Integer) old));
    }

    private static void requireBatch(List<InputEvent> events) {
        long bytes = 0;
        long previous = Long.MIN_VALUE;
        for (InputEvent event : events) {
            if (event.timestamp() < previous) {
                throw new ValidationException(
                        "Log events in a single PutLogEvents request must be in chronological"
                                + " order.");
            }
            previous = event.timestamp();
            int size = event.message().getBytes(UTF_8).length + AROUND_EVENT;
            if (size > LARGEST_EVENT) {
                throw new ValidationException(
                        "Log event too large: %d bytes exceeds limit of %d"
                                .formatted(size, LARGEST_EVENT));
            }
            bytes += size;
        }
        if (bytes > LARGEST_BATCH) {
            throw new ValidationException(
                    "Upload too large: %d bytes exceeds limit of %d"
                            .formatted(bytes, LARGEST_BATCH));
        }
        if (events.getLast().timestamp() - events.getFirst().timestamp() > LONGEST_SPAN) {
            throw new ValidationException(
                    "The batch of log events in a single PutLogEvents request cannot span more"
                            + " than 24 hours.");
        }
    }
}
