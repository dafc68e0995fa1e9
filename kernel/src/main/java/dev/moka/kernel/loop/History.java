package dev.moka.kernel.loop;

import dev.moka.protocol.jupyter.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The cells of this session: what was typed and what came out as text. The oldest are forgotten at
/// 10,000.
final class History {
    private static final int LIMIT = 10_000;
    private static final int SESSION = 1;

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Entry> entries = new ArrayList<>();

    /// @param output the result's plain text, empty when there was none
    void add(int executionCount, String input, String output) {
        lock.lock();
        try {
            entries.add(new Entry(executionCount, input, output));
            if (entries.size() > LIMIT) {
                entries.removeFirst();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Answers a `history_request`.
    ObjectNode answer(Request request) {
        List<Entry> found =
                switch (request.text("hist_access_type")) {
                    case "tail" -> last(all(), request.number("n", LIMIT));
                    case "range" -> range(request);
                    case "search" -> search(request);
                    default ->
                            throw new IllegalArgumentException(
                                    "hist_access_type '%s' is none of tail, range, search"
                                            .formatted(request.text("hist_access_type")));
                };
        boolean output = request.flag("output", false);
        ArrayNode history = Json.array();
        found.forEach(entry -> history.add(entry.toJson(output)));
        return Replies.ok().set("history", history);
    }

    private List<Entry> all() {
        lock.lock();
        try {
            return List.copyOf(entries);
        } finally {
            lock.unlock();
        }
    }

    private List<Entry> range(Request request) {
        int session = request.number("session", 0);
        if (session != 0 && session != SESSION) {
            return List.of();
        }
        int start = request.number("start", 1);
        int stop = request.number("stop", Integer.MAX_VALUE);
        return all().stream()
                .filter(entry -> entry.number >= start && entry.number < stop)
                .toList();
    }

    private List<Entry> search(Request request) {
        Pattern pattern = glob(request.text("pattern"));
        List<Entry> matching =
                all().stream().filter(entry -> pattern.matcher(entry.input).matches()).toList();
        if (request.flag("unique", false)) {
            matching = lastOfEach(matching);
        }
        return last(matching, request.number("n", LIMIT));
    }

    private static List<Entry> lastOfEach(List<Entry> matching) {
        Set<String> seen = new LinkedHashSet<>();
        List<Entry> unique =
                matching.reversed().stream().filter(entry -> seen.add(entry.input)).toList();
        return unique.reversed();
    }

    private static List<Entry> last(List<Entry> list, int count) {
        return list.subList(Math.max(0, list.size() - Math.max(0, count)), list.size());
    }

    private static Pattern glob(String pattern) {
        String expression =
                pattern.codePoints()
                        .mapToObj(c ->
                                switch (c) {
                                    case '*' -> ".*";
                                    case '?' -> ".";
                                    default -> Pattern.quote(Character.toString(c));
                                })
                        .collect(Collectors.joining());
        return Pattern.compile(expression, Pattern.DOTALL);
    }

    private record Entry(int number, String input, String output) {
        ArrayNode toJson(boolean withOutput) {
            ArrayNode json = Json.array().add(SESSION).add(number);
            if (!withOutput) {
                return json.add(input);
            }
            ArrayNode both = json.addArray().add(input);
            if (output.isEmpty()) {
                both.addNull();
            } else {
                both.add(output);
            }
            return json;
        }
    }
}
