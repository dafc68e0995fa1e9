package dev.moka.lab.journal;

import dev.moka.protocol.jupyter.Message;
import dev.moka.protocol.jupyter.WebSocketV1;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/// The executions that stand in a kernel's log: an index in memory, rebuilt from the log.
public final class CellRuns {
    private static final int KEPT = 5000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Tracked> runs = new LinkedHashMap<>();

    private record Tracked(CellRun run, boolean idle) {}

    /// Takes notice of an entry of the log.
    public void observe(LogEntry entry) {
        switch (entry.kind()) {
            case ASKED -> asked(entry);
            case SAID, LOCAL -> said(entry, FramePeek.of(entry.frame()));
            case SETTLED ->
                    change(
                            new String(entry.frame(), StandardCharsets.UTF_8),
                            tracked -> new Tracked(tracked.run.asSettled(), tracked.idle));
            case EPOCH -> {}
        }
    }

    /// As {@link #observe(LogEntry)}, for one who has looked into the frame already.
    public void said(LogEntry entry, FramePeek peek) {
        switch (peek.msgType()) {
            case "status" -> status(entry, peek);
            case "execute_input" -> started(entry, peek);
            case "execute_reply" -> replied(entry, peek);
            default -> {}
        }
    }

    private void started(LogEntry entry, FramePeek peek) {
        int count = content(entry).path("execution_count").asInt(0);
        change(
                peek.parent(),
                it -> new Tracked(it.run.in(CellRun.State.RUNNING).counted(count), false));
    }

    private void asked(LogEntry entry) {
        Message request = Message.parse(WebSocketV1.decode(entry.frame()));
        if (request.content().path("silent").asBoolean(false)) {
            return;
        }
        CellRun run =
                new CellRun(
                        request.header().msgId(),
                        entry.session(),
                        request.metadata().path("cellId").asString(""),
                        entry.position(),
                        -1,
                        CellRun.State.QUEUED,
                        OptionalInt.empty(),
                        false);
        lock.lock();
        try {
            runs.put(run.msgId(), new Tracked(run, false));
            if (runs.size() > KEPT) {
                runs.remove(runs.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
    }

    private void status(LogEntry entry, FramePeek peek) {
        if (find(peek.parent()).isEmpty()) {
            return;
        }
        boolean idle = "idle".equals(content(entry).path("execution_state").asString(""));
        change(peek.parent(), it -> it.run.isDone() ? it : step(it, entry, idle));
    }

    private static Tracked step(Tracked before, LogEntry entry, boolean idle) {
        if (!idle) {
            return new Tracked(before.run.in(CellRun.State.RUNNING), false);
        }
        boolean answered = before.run.state().isAnswered();
        return new Tracked(answered ? before.run.endedAt(entry.next()) : before.run, true);
    }

    private void replied(LogEntry entry, FramePeek peek) {
        JsonNode content = content(entry);
        CellRun.State state =
                switch (content.path("status").asString("")) {
                    case "ok" -> CellRun.State.OK;
                    case "error" -> CellRun.State.ERROR;
                    default -> CellRun.State.ABORTED;
                };
        int count = content.path("execution_count").asInt(-1);
        change(
                peek.parent(),
                it -> {
                    CellRun run = it.run.in(state);
                    run = count < 0 ? run : run.counted(count);
                    return new Tracked(it.idle ? run.endedAt(entry.next()) : run, it.idle);
                });
    }

    private void change(String msgId, UnaryOperator<Tracked> how) {
        lock.lock();
        try {
            runs.computeIfPresent(msgId, (_, before) -> how.apply(before));
        } finally {
            lock.unlock();
        }
    }

    /// The run of a request.
    public Optional<CellRun> find(String msgId) {
        lock.lock();
        try {
            return Optional.ofNullable(runs.get(msgId)).map(Tracked::run);
        } finally {
            lock.unlock();
        }
    }

    /// The runs that fit, oldest first.
    public List<CellRun> where(Predicate<CellRun> fits) {
        lock.lock();
        try {
            return runs.values().stream().map(Tracked::run).filter(fits).toList();
        } finally {
            lock.unlock();
        }
    }

    private static JsonNode content(LogEntry entry) {
        return Message.parse(WebSocketV1.decode(entry.frame())).content();
    }
}
