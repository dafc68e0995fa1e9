package dev.moka.hub.cloudwatchlogs;

import dev.moka.hub.aws.operation.Call;
import dev.moka.hub.aws.operation.Operation;
import dev.moka.hub.aws.operation.PageTokens;
import dev.moka.hub.errors.ValidationException;
import dev.moka.hub.logs.LogEventStore;
import dev.moka.hub.logs.LogStream;
import dev.moka.hub.logs.Logs;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The operations on log streams.
final class StreamOperations {
    private static final int PAGE = 50;
    private static final int MOST_SORTED = 10_000;

    private final Logs logs;
    private final PageTokens tokens;

    StreamOperations(Logs logs, PageTokens tokens) {
        this.logs = logs;
        this.tokens = tokens;
    }

    record NameRequest(String logGroupName, String logStreamName) {}

    record DescribeRequest(
            @Nullable String logGroupName,
            @Nullable String logGroupIdentifier,
            @Nullable String logStreamNamePrefix,
            @Nullable String orderBy,
            @Nullable Boolean descending,
            @Nullable String nextToken,
            @Nullable Integer limit) {}

    record Stream(
            String logStreamName,
            Long creationTime,
            @Nullable Long firstEventTimestamp,
            @Nullable Long lastEventTimestamp,
            @Nullable Long lastIngestionTime,
            String uploadSequenceToken,
            String arn,
            Long storedBytes) {}

    record DescribeResponse(List<Stream> logStreams, @Nullable String nextToken) {}

    List<Operation<?, ?>> table() {
        return List.of(
                Operation.of("CreateLogStream", NameRequest.class, this::create),
                Operation.of("DeleteLogStream", NameRequest.class, this::delete),
                Operation.of(
                                "DescribeLogStreams",
                                DescribeRequest.class,
                                DescribeResponse.class,
                                this::describe)
                        .differing(
                                "Ordered by LastEventTime, the first %,d streams by name are"
                                                .formatted(MOST_SORTED)
                                        + " looked at."));
    }

    private void create(Call call, NameRequest request) {
        logs.createStream(Groups.account(call), request.logGroupName(), request.logStreamName());
    }

    private void delete(Call call, NameRequest request) {
        logs.deleteStream(Groups.account(call), request.logGroupName(), request.logStreamName());
    }

    private DescribeResponse describe(Call call, DescribeRequest request) {
        String group = Groups.name(call, request.logGroupName(), request.logGroupIdentifier());
        String prefix = Objects.requireNonNullElse(request.logStreamNamePrefix(), "");
        boolean byTime = "LastEventTime".equals(request.orderBy());
        boolean descending = Boolean.TRUE.equals(request.descending());
        if (byTime && !prefix.isEmpty()) {
            throw new ValidationException(
                    "Cannot order by LastEventTime with a logStreamNamePrefix.");
        }
        String query =
                "DescribeLogStreams/%s/%s/%s/%s".formatted(group, prefix, byTime, descending);
        String place = tokens.place(call, query, request.nextToken());
        int most = Objects.requireNonNullElse(request.limit(), PAGE);
        List<Placed> page =
                byTime || descending
                        ? sorted(call, group, prefix, byTime, descending, place, most + 1)
                        : inOrder(call, group, prefix, place, most + 1);
        return new DescribeResponse(
                page.stream().limit(most).map(Placed::stream).toList(),
                page.size() > most ? tokens.token(call, query, page.get(most - 1).place()) : null);
    }

    private List<Placed> inOrder(
            Call call, String group, String prefix, @Nullable String place, int most) {
        String after = Objects.requireNonNullElse(place, "");
        return logs.streams(Groups.account(call), group, prefix, after, most).stream()
                .map(stream -> new Placed(stream.name(), shape(call, stream)))
                .toList();
    }

    private List<Placed> sorted(
            Call call,
            String group,
            String prefix,
            boolean byTime,
            boolean descending,
            @Nullable String place,
            int most) {
        Comparator<String> order =
                descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return logs.streams(Groups.account(call), group, prefix, "", MOST_SORTED).stream()
                .map(stream -> shape(call, stream))
                .map(stream ->
                        new Placed(
                                byTime
                                        ? time(stream) + stream.logStreamName()
                                        : stream.logStreamName(),
                                stream))
                .sorted(Comparator.comparing(Placed::place, order))
                .filter(placed -> place == null || order.compare(placed.place(), place) > 0)
                .limit(most)
                .toList();
    }

    private static String time(Stream stream) {
        return String.format(
                Locale.ROOT, "%019d/", Objects.requireNonNullElse(stream.lastEventTimestamp(), 0L));
    }

    private Stream shape(Call call, LogStream stream) {
        LogEventStore.Summary summary = logs.events().summary(stream.id()).orElse(null);
        return new Stream(
                stream.name(),
                stream.createdAt().toEpochMilli(),
                summary == null ? null : (Long) summary.firstTimestamp(),
                summary == null ? null : (Long) summary.lastTimestamp(),
                summary == null ? null : (Long) summary.lastIngestedAt(),
                PutOperations.sequence(summary == null ? 0 : summary.bytes()),
                "%s:log-stream:%s".formatted(Groups.arn(call, stream.group()), stream.name()),
                summary == null ? 0L : summary.bytes());
    }

    /// A stream and where it stands in the list.
    private record Placed(String place, Stream stream) {}
}
