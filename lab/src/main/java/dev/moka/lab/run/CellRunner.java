package dev.moka.lab.run;

import dev.moka.lab.journal.CellOutputs;
import dev.moka.protocol.jupyter.Channel;
import dev.moka.protocol.jupyter.Header;
import dev.moka.protocol.jupyter.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.node.ObjectNode;

/// Runs the cells of one notebook, one after the other, on one kernel.
final class CellRunner {
    private static final Duration ROUND = Duration.ofMillis(500);
    private static final Duration INTERRUPT_LIMIT = Duration.ofSeconds(10);

    private final HeadlessKernel kernel;
    private final Duration timeout;
    private final List<CellOutputs> all = new ArrayList<>();
    private volatile boolean interrupted;

    /// @param timeout how long a cell may take; zero for as long as it likes
    CellRunner(HeadlessKernel kernel, Duration timeout) {
        this.kernel = kernel;
        this.timeout = timeout;
    }

    /// Stops the cell that runs; no further one is to be started.
    void interrupt() throws IOException {
        interrupted = true;
        kernel.interrupt();
    }

    boolean isInterrupted() {
        return interrupted;
    }

    private static final class Progress {
        final CellOutputs outputs = new CellOutputs();
        OptionalInt count = OptionalInt.empty();
        List<String> failure = List.of();
        boolean replied;
        boolean idle;

        boolean isDone() {
            return replied && idle;
        }
    }

    /// Runs one cell to its end, to its time limit, or to the end of the kernel.
    CellResult run(String cellId, String code) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Progress progress = new Progress();
        all.add(progress.outputs);
        String request = kernel.execute(code, cellId);
        boolean late = false;
        while (!progress.isDone()) {
            Optional<Message> message = kernel.next(ROUND);
            message.ifPresent(it -> take(progress, request, it));
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            if (message.isEmpty() && !kernel.isAlive()) {
                fail(progress, "KernelDied", "The kernel ended before the cell did.");
            } else if (!late && !timeout.isZero() && took.compareTo(timeout) > 0) {
                late = true;
                kernel.interrupt();
            } else if (late && took.compareTo(timeout.plus(INTERRUPT_LIMIT)) > 0) {
                fail(progress, "CellTimeout", "The cell does not stop when it is interrupted.");
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new CellResult(progress.outputs, progress.count, took, failure(progress, late));
    }

    private List<String> failure(Progress progress, boolean late) {
        if (!late) {
            return progress.failure;
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "CellTimeout: the cell took longer than the %s s of --timeout"
                        .formatted(timeout.toMillis() / 1000.0));
        lines.addAll(progress.failure);
        return lines;
    }

    private static void fail(Progress progress, String name, String reason) {
        progress.failure = List.of(name + ": " + reason);
        progress.replied = true;
        progress.idle = true;
    }

    private void take(Progress progress, String request, Message message) {
        ObjectNode content = message.content();
        String type = message.header().msgType();
        if (type.equals("update_display_data")) {
            String id = content.path("transient").path("display_id").asString("");
            all.forEach(outputs -> outputs.update(id, content));
            return;
        }
        Header parent = message.parent();
        if (parent == null || !parent.msgId().equals(request)) {
            return;
        }
        if (message.channel() == Channel.IOPUB) {
            progress.outputs.accept(type, content);
            progress.idle |= isIdle(type, content);
        } else if (type.equals("execute_reply")) {
            reply(progress, content);
        }
    }

    private static boolean isIdle(String type, ObjectNode content) {
        return type.equals("status") && content.path("execution_state").asString("").equals("idle");
    }

    private static void reply(Progress progress, ObjectNode content) {
        progress.replied = true;
        int count = content.path("execution_count").asInt(-1);
        progress.count = count < 0 ? OptionalInt.empty() : OptionalInt.of(count);
        if (content.path("status").asString("").equals("ok")) {
            return;
        }
        List<String> lines = new ArrayList<>();
        content.path("traceback").forEach(line -> lines.add(line.asString("")));
        String what =
                "%s: %s"
                        .formatted(
                                content.path("ename").asString("Aborted"),
                                content.path("evalue").asString(""));
        progress.failure = lines.isEmpty() ? List.of(what) : lines;
    }
}
