package dev.moka.lab.journal;

import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.Message;
import dev.moka.protocol.jupyter.WebSocketV1;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Folds a kernel's log into the outputs of runs.
public final class OutputReader {
    private final FrameLog log;

    public OutputReader(FrameLog log) {
        this.log = log;
    }

    private static final class Fold {
        final CellRun run;
        final CellOutputs outputs = new CellOutputs();
        String last = "";

        Fold(CellRun run) {
            this.run = run;
        }

        RunOutputs result() {
            return new RunOutputs(run, outputs.toJson(), outputs.displayIds(), last);
        }
    }

    /// The outputs of some runs, from one pass over the part of the log that holds them.
    public List<RunOutputs> read(List<CellRun> runs) throws IOException {
        Map<String, Fold> folds = new LinkedHashMap<>();
        runs.forEach(run -> folds.put(run.msgId(), new Fold(run)));
        long from = runs.stream().mapToLong(CellRun::start).min().orElse(log.end());
        noticeOfWhatIsGone(folds, from);
        Optional<LogEntry> entry = log.read(from);
        while (entry.isPresent()) {
            take(folds, entry.get());
            entry = log.read(entry.get().next());
        }
        List<RunOutputs> results = new ArrayList<>();
        folds.values().forEach(fold -> results.add(fold.result()));
        return results;
    }

    private void noticeOfWhatIsGone(Map<String, Fold> folds, long from) {
        long first = log.first();
        if (first <= from) {
            return;
        }
        for (Fold fold : folds.values()) {
            if (fold.run.start() < first) {
                fold.outputs.accept("stream", LabMessages.goneNotice());
            }
        }
    }

    private static void take(Map<String, Fold> folds, LogEntry entry) {
        if (entry.kind() != LogEntry.Kind.SAID && entry.kind() != LogEntry.Kind.LOCAL) {
            return;
        }
        FramePeek peek = FramePeek.of(entry.frame());
        if (peek.channel() != Channel.IOPUB) {
            return;
        }
        Fold fold = folds.get(peek.parent());
        boolean update = peek.msgType().equals("update_display_data");
        if (fold == null && !update) {
            return;
        }
        ObjectNode content = Message.parse(WebSocketV1.decode(entry.frame())).content();
        if (update) {
            String id = content.path("transient").path("display_id").asString("");
            folds.values().forEach(any -> any.outputs.update(id, content));
        }
        if (fold != null) {
            if (!update) {
                fold.outputs.accept(peek.msgType(), content);
            }
            fold.last = peek.msgId();
        }
    }
}
