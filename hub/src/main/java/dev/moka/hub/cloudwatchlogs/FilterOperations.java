package dev.moka.hub.cloudwatchlogs;

import dev.moka.hub.aws.operation.Call;
import dev.moka.hub.aws.operation.Operation;
import dev.moka.hub.aws.operation.PageTokens;
import dev.moka.hub.errors.ValidationException;
import dev.moka.hub.logs.LogEventStore;
import dev.moka.hub.logs.LogStream;
import dev.moka.hub.logs.Logs;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// FilterLogEvents: searches the streams of a group, one after the other.
final class FilterOperations {
    private static final int MOST = 10_000;

    /// So much is read for a page; then the page ends, empty or not, and a token leads on.
    private static final long BYTES = 16 << 20;

    private final Logs logs;
    private final PageTokens tokens;

    FilterOperations(Logs logs, PageTokens tokens) {
        this.logs = logs;
        this.tokens = tokens;
    }

    record FilterRequest(
            @Nullable String logGroupName,
            @Nullable String logGroupIdentifier,
            @Nullable List<String> logStreamNames,
            @Nullable String logStreamNamePrefix,
            @Nullable Long startTime,
            @Nullable Long endTime,
            @Nullable String filterPattern,
            @Nullable String nextToken,
            @Nullable Integer limit,
            @Nullable Boolean interleaved) {

        String query() {
            return "FilterLogEvents"
                    + new FilterRequest(
                            logGroupName,
                            logGroupIdentifier,
                            logStreamNames,
                            logStreamNamePrefix,
                            startTime,
                            endTime,
                            filterPattern,
                            null,
                            null,
                            null);
        }
    }

    record FoundEvent(
            String logStreamName,
            Long timestamp,
            String message,
            Long ingestionTime,
            String eventId) {}

    record Searched(String logStreamName, Boolean searchedCompletely) {}

    record FilterResponse(
            List<FoundEvent> events,
            List<Searched> searchedLogStreams,
            @Nullable String nextToken) {}

    List<Operation<?, ?>> table() {
        return List.of(
                Operation.of(
                                "FilterLogEvents",
                                FilterRequest.class,
                                FilterResponse.class,
                                this::filter)
                        .differing(
                                "Events come stream by stream, by the streams' names, not"
                                        + " interleaved.",
                                "filterPattern has terms (all, ?any, -none); patterns for JSON,"
                                        + " columns and regular expressions are refused.",
                                "unmask is ignored; searchedLogStreams is empty, as AWS's is"
                                        + " now."));
    }

    private FilterResponse filter(Call call, FilterRequest request) {
        String group = Groups.name(call, request.logGroupName(), request.logGroupIdentifier());
        if (request.logStreamNames() != null && request.logStreamNamePrefix() != null) {
            throw new ValidationException(
                    "logStreamNames and logStreamNamePrefix are mutually exclusive parameters.");
        }
        logs.group(Groups.account(call), group);
        Search search =
                new Search(
                        call,
                        request,
                        group,
                        FilterPattern.parse(request.filterPattern()),
                        new TimeRange(request.startTime(), request.endTime()));
        Place place = Place.parse(tokens.place(call, request.query(), request.nextToken()));
        try {
            Place next = search.run(place);
            return new FilterResponse(
                    search.found,
                    List.of(),
                    next == null ? null : tokens.token(call, request.query(), next.text()));
        } catch (LogEventStore.NoSuchPosition e) {
            throw new ValidationException("The specified nextToken is invalid.");
        }
    }

    /// Where a search goes on.
    ///
    /// @param stream the name of the stream, empty for the first
    private record Place(long position, String stream) {

        static Place parse(@Nullable String text) {
            if (text == null) {
                return new Place(0, "");
            }
            int slash = text.indexOf('/');
            return new Place(Long.parseLong(text.substring(0, slash)), text.substring(slash + 1));
        }

        String text() {
            return position + "/" + stream;
        }
    }

    /// One page of a search.
    private final class Search {
        private final Call call;
        private final FilterRequest request;
        private final String group;
        private final FilterPattern pattern;
        private final TimeRange range;
        private final int most;
        private final List<FoundEvent> found = new ArrayList<>();
        private long bytes = BYTES;

        Search(
                Call call,
                FilterRequest request,
                String group,
                FilterPattern pattern,
                TimeRange range) {
            this.call = call;
            this.request = request;
            this.group = group;
            this.pattern = pattern;
            this.range = range;
            this.most = Objects.requireNonNullElse(request.limit(), MOST);
        }

        /// Searches from a place on and answers where the next page begins.
        @Nullable Place run(Place from) {
            Place place = from;
            for (LogStream stream = at(from.stream()); stream != null; stream = after(stream)) {
                long position = stream.name().equals(from.stream()) ? from.position() : 0;
                place = search(stream, position);
                if (found.size() >= most || bytes <= 0) {
                    return place;
                }
            }
            return null;
        }

        private Place search(LogStream stream, long from) {
            LogEventStore.Page page =
                    logs.events()
                            .forward(
                                    stream.id(),
                                    from,
                                    e -> range.holds(e) && pattern.matches(e.message()),
                                    new LogEventStore.Limits(most - found.size(), bytes));
            page.events().forEach(placed -> found.add(shape(stream, placed)));
            bytes -= page.end() - page.start();
            return new Place(page.end(), stream.name());
        }

        private @Nullable LogStream at(String name) {
            return name.isEmpty() ? first(next("")) : find(name);
        }

        private @Nullable LogStream after(LogStream stream) {
            return first(next(stream.name()));
        }

        private List<LogStream> next(String after) {
            List<String> names = request.logStreamNames();
            if (names == null) {
                String prefix = Objects.requireNonNullElse(request.logStreamNamePrefix(), "");
                return logs.streams(Groups.account(call), group, prefix, after, 1);
            }
            return names.stream()
                    .sorted()
                    .filter(name -> name.compareTo(after) > 0)
                    .limit(1)
                    .map(this::find)
                    .toList();
        }

        private LogStream find(String name) {
            return logs.stream(Groups.account(call), group, name);
        }

        private static @Nullable LogStream first(List<LogStream> streams) {
            return streams.isEmpty() ? null : streams.getFirst();
        }

        private static FoundEvent shape(LogStream stream, LogEventStore.Placed placed) {
            return new FoundEvent(
                    stream.name(),
                    placed.event().timestamp(),
                    placed.event().message(),
                    placed.event().ingestedAt(),
                    "%s/%d".formatted(stream.id(), placed.position()));
        }
    }
}
