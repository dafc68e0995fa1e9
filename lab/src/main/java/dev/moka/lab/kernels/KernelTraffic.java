package dev.moka.lab.kernels;

import dev.moka.lab.journal.CellRun;
import dev.moka.lab.journal.CellRuns;
import dev.moka.lab.journal.FrameLog;
import dev.moka.lab.journal.FramePeek;
import dev.moka.lab.journal.LabMessages;
import dev.moka.lab.journal.LogEntry;
import dev.moka.lab.journal.LogLimits;
import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.Header;
import dev.moka.protocol.jupyter.Message;
import dev.moka.protocol.jupyter.WebSocketV1;
import dev.moka.protocol.link.LinkFrame;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// All that is said to and by one kernel, across its restarts: stores it, keeps track of who asked
/// what and of what the kernel is doing.
final class KernelTraffic implements Closeable {
    private final FrameLog frames;
    private final CellRuns runs = new CellRuns();
    private final Askers askers = new Askers();
    private final LabRequests requests = new LabRequests();
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private KernelActivity activity;
    private String epoch = "";
    private long lastSequence;

    /// Opens the log in a folder, with all that stands in it.
    KernelTraffic(Path folder, LogLimits limits, Clock clock) throws IOException {
        this.clock = clock;
        this.activity = KernelActivity.starting(clock.instant());
        this.frames = FrameLog.open(folder, limits, this::recovered);
    }

    private void recovered(LogEntry entry) {
        runs.observe(entry);
        switch (entry.kind()) {
            case EPOCH -> {
                epoch = new String(entry.frame(), StandardCharsets.UTF_8);
                lastSequence = 0;
            }
            case SAID -> {
                lastSequence = entry.sequence();
                FramePeek peek = FramePeek.of(entry.frame());
                track(peek, entry.frame());
                askers.clientFor(peek);
            }
            case ASKED -> askers.asked(entry.session(), FramePeek.of(entry.frame()));
            case LOCAL -> track(FramePeek.of(entry.frame()), entry.frame());
            case SETTLED -> {}
        }
    }

    FrameLog frames() {
        return frames;
    }

    CellRuns runs() {
        return runs;
    }

    LabRequests requests() {
        return requests;
    }

    KernelActivity activity() {
        lock.lock();
        try {
            return activity;
        } finally {
            lock.unlock();
        }
    }

    /// Takes notice of what a client asks, before it is sent on.
    void asked(String client, FramePeek request, byte[] frame) throws IOException {
        if (request.channel() != Channel.STDIN) {
            askers.asked(client, request);
        }
        if (request.msgType().equals("execute_request")) {
            runs.observe(frames.append(LogEntry.Kind.ASKED, 0, client, frame));
        }
        lock.lock();
        try {
            activity = activity.at(clock.instant());
        } finally {
            lock.unlock();
        }
    }

    LinkFrame.Hello hello() {
        return new LinkFrame.Hello(epoch, lastSequence);
    }

    void welcomed(LinkFrame.Welcome welcome) throws IOException {
        if (!welcome.epoch().equals(epoch)) {
            epoch = welcome.epoch();
            lastSequence = welcome.nextSequence() - 1;
            byte[] name = epoch.getBytes(StandardCharsets.UTF_8);
            frames.append(LogEntry.Kind.EPOCH, 0, "", name);
        }
        if (welcome.dropped() > 0) {
            String text =
                    ("[Moka was away for so long that the kernel had to drop %,d of its messages;"
                                    + " output is missing here]\n")
                            .formatted(welcome.dropped());
            Header parent = runningRun().map(KernelTraffic::header).orElse(null);
            local("", LabMessages.notice(activity().session(), parent, text));
        }
    }

    /// Stores a message of the kernel.
    void said(long sequence, byte[] frame) throws IOException {
        if (sequence <= lastSequence) {
            return;
        }
        FramePeek message = FramePeek.of(frame);
        String client = askers.clientFor(message);
        LogEntry entry = frames.append(LogEntry.Kind.SAID, sequence, client, frame);
        lastSequence = sequence;
        if (client.equals(LabRequests.SESSION)) {
            requests.answered(message.parent());
        }
        track(message, frame);
        runs.said(entry, message);
    }

    private void track(FramePeek message, byte[] frame) {
        Instant now = clock.instant();
        boolean status = message.msgType().equals("status");
        String state = status ? executionState(frame) : "";
        lock.lock();
        try {
            activity = activity.spokenBy(message.session()).at(now);
            if (!state.isEmpty()) {
                activity = activity.in(state);
            }
        } finally {
            lock.unlock();
        }
    }

    private static String executionState(byte[] frame) {
        return Message.parse(WebSocketV1.decode(frame))
                .content()
                .path("execution_state")
                .asString("");
    }

    /// Says something in the kernel's place.
    ///
    /// @param client for whom; empty for all
    void local(String client, byte[] frame) throws IOException {
        LogEntry entry = frames.append(LogEntry.Kind.LOCAL, 0, client, frame);
        FramePeek message = FramePeek.of(frame);
        track(message, frame);
        runs.said(entry, message);
    }

    /// Says that the kernel is in a state, to all.
    void announce(String state) throws IOException {
        local("", LabMessages.status(activity().session(), null, state));
    }

    /// Answers all cells that are unanswered, for the kernel will not: its process is gone. Other
    /// requests are forgotten, as Jupyter Server does; JupyterLab takes an error for a broken
    /// kernel.
    ///
    /// @param error the error's name
    /// @param reason why, in words
    void endAll(String error, String reason) throws IOException {
        for (CellRun run : runs.where(run -> !run.isDone())) {
            Header parent = header(run);
            String session = activity().session();
            if (run.state() != CellRun.State.QUEUED) {
                local("", LabMessages.error(session, parent, error, reason));
            }
        }
        for (Askers.Asked asked : askers.drain()) {
            if (asked.request().msgType().equals("execute_request")) {
                failed(asked, error, reason);
            }
        }
        requests.giveUp();
    }

    private void failed(Askers.Asked asked, String error, String reason) throws IOException {
        FramePeek request = asked.request();
        Header parent = header(request.msgId(), request.session(), request.msgType());
        String session = activity().session();
        local(
                asked.client(),
                LabMessages.failedReply(session, parent, request.channel(), error, reason));
        local("", LabMessages.status(session, parent, "idle"));
    }

    /// Notes that the outputs of a run are in the notebook.
    void settled(CellRun run) throws IOException {
        byte[] id = run.msgId().getBytes(StandardCharsets.UTF_8);
        runs.observe(frames.append(LogEntry.Kind.SETTLED, 0, "", id));
    }

    private Optional<CellRun> runningRun() {
        return runs.where(run -> !run.isDone()).stream().findFirst();
    }

    private static Header header(CellRun run) {
        return header(run.msgId(), run.session(), "execute_request");
    }

    private static Header header(String msgId, String session, String type) {
        Header any = Header.of(type, session, "moka");
        return new Header(
                msgId, session, any.username(), any.date(), any.msgType(), any.version(), null);
    }

    @Override
    public void close() throws IOException {
        frames.close();
    }
}
