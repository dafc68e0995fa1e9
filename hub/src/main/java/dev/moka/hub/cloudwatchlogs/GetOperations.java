package dev.moka.hub.cloudwatchlogs;

import dev.moka.hub.aws.operation.Call;
import dev.moka.hub.aws.operation.Operation;
import dev.moka.hub.errors.ValidationException;
import dev.moka.hub.logs.LogEventStore;
import dev.moka.hub.logs.LogStream;
import dev.moka.hub.logs.Logs;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// GetLogEvents: pages through a stream in both directions.
///
/// A token is a direction and a position. The one that comes back at the end of a stream is the one
/// that was sent; clients know by that that nothing is left.
final class GetOperations {
    private static final Pattern TOKEN = Pattern.compile("([fb])/(\\d{1,18})/s");
    private static final LogEventStore.Limits MOST = new LogEventStore.Limits(10_000, 1 << 20);

    private final Logs logs;

    GetOperations(Logs logs) {
        this.logs = logs;
    }

    record GetRequest(
            @Nullable String logGroupName,
            @Nullable String logGroupIdentifier,
            String logStreamName,
            @Nullable Long startTime,
            @Nullable Long endTime,
            @Nullable String nextToken,
            @Nullable Integer limit,
            @Nullable Boolean startFromHead) {}

    record OutputEvent(Long timestamp, String message, Long ingestionTime) {}

    record GetResponse(
            List<OutputEvent> events, String nextForwardToken, String nextBackwardToken) {}

    List<Operation<?, ?>> table() {
        return List.of(
                Operation.of("GetLogEvents", GetRequest.class, GetResponse.class, this::get)
                        .differing("unmask is ignored."));
    }

    private GetResponse get(Call call, GetRequest request) {
        LogStream stream =
                logs.stream(
                        Groups.account(call),
                        Groups.name(call, request.logGroupName(), request.logGroupIdentifier()),
                        request.logStreamName());
        TimeRange range = new TimeRange(request.startTime(), request.endTime());
        LogEventStore.Limits limits =
                new LogEventStore.Limits(
                        Objects.requireNonNullElse(request.limit(), MOST.events()), MOST.bytes());
        try {
            LogEventStore.Page page = page(stream, request, range, limits);
            return new GetResponse(
                    page.events().stream()
                            .map(LogEventStore.Placed::event)
                            .map(e -> new OutputEvent(e.timestamp(), e.message(), e.ingestedAt()))
                            .toList(),
                    token('f', page.end()),
                    token('b', page.start()));
        } catch (LogEventStore.NoSuchPosition e) {
            throw badToken();
        }
    }

    private LogEventStore.Page page(
            LogStream stream, GetRequest request, TimeRange range, LogEventStore.Limits limits) {
        String token = request.nextToken();
        if (token == null) {
            return Boolean.TRUE.equals(request.startFromHead())
                    ? forward(stream, 0, range, limits)
                    : backward(stream, Long.MAX_VALUE, range, limits);
        }
        Matcher matcher = TOKEN.matcher(token);
        if (!matcher.matches()) {
            throw badToken();
        }
        long position = Long.parseLong(matcher.group(2));
        return matcher.group(1).equals("f")
                ? forward(stream, position, range, limits)
                : backward(stream, position, range, limits);
    }

    /// Reads until something is found, so that a client need not page through what it did not ask
    /// for.
    private LogEventStore.Page forward(
            LogStream stream, long position, TimeRange range, LogEventStore.Limits limits) {
        LogEventStore.Page page =
                logs.events().forward(stream.id(), position, range::holds, limits);
        while (page.events().isEmpty() && !page.atEdge()) {
            page = logs.events().forward(stream.id(), page.end(), range::holds, limits);
        }
        return page;
    }

    private LogEventStore.Page backward(
            LogStream stream, long position, TimeRange range, LogEventStore.Limits limits) {
        LogEventStore.Page page =
                logs.events().backward(stream.id(), position, range::holds, limits);
        while (page.events().isEmpty() && !page.atEdge()) {
            page = logs.events().backward(stream.id(), page.start(), range::holds, limits);
        }
        return page;
    }

    private static String token(char direction, long position) {
        return String.format(Locale.ROOT, "%c/%018d/s", direction, position);
    }

    private static ValidationException badToken() {
        return new ValidationException("The specified nextToken is invalid.");
    }
}
